package dev.ordo.console;

import java.time.Instant;
import java.util.List;

/**
 * One thing that happened to a subject, in words for people.
 *
 * @param at business time
 * @param kind what sort of evidence it is
 * @param title what happened
 * @param lines what proves or explains it, one thought each
 * @param link page with the whole record, empty for none
 * @param badge what it means
 * @param actor who did it, empty where nobody in particular did
 */
public record TimelineEntry(
    Instant at,
    Kind kind,
    String title,
    List<String> lines,
    String link,
    Badge badge,
    String actor) {

  /** The sorts of evidence, each with its own mark on the page. */
  public enum Kind {
    STEP,
    DECISION,
    STOCK,
    CARRIER,
    TRACE,
    MONEY
  }

  public TimelineEntry {
    lines = lines.stream().filter(line -> !line.isBlank()).toList();
  }

  public TimelineEntry(Instant at, Kind kind, String title, List<String> lines) {
    this(at, kind, title, lines, "", Badge.NONE, "");
  }
}
