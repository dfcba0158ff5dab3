package dev.ordo.rulebook.web;

import java.util.List;

/** A page about a decision point that stands beside its own. */
record Link(String path, String labelKey) {
  static List<Link> ofPoint(String point) {
    return List.of(new Link("/rules/" + point + "/policy", "rulebook.policy"));
  }

  static List<Link> ofDraft(String point, String draft) {
    return List.of();
  }
}
