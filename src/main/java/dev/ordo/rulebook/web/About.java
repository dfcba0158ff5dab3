package dev.ordo.rulebook.web;

import dev.ordo.rules.Subject;
import dev.ordo.shared.Ids;

/**
 * What a decision is about, with the page that shows it.
 *
 * @param path empty where there is none
 */
record About(String text, String path) {
  static About of(Subject subject) {
    String text = Ids.text(subject.id());
    String path =
        switch (subject.kind()) {
          case "ORDER" -> "/orders/" + text;
          case "CONSIGNMENT" -> "/consignments/" + text;
          case "PARCEL" -> "/parcels/" + text;
          default -> "";
        };
    return new About(text, path);
  }
}
