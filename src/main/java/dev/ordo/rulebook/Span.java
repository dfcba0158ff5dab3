package dev.ordo.rulebook;

import java.time.Instant;

/**
 * Which past decisions a back-test looks at.
 *
 * @param newest at most so many, the newest first
 * @param from business time, inclusive
 * @param until business time, exclusive
 * @param before only decisions with a smaller id, so that the same span stays the same decisions
 */
public record Span(int newest, Instant from, Instant until, long before) {
  static final int LIMIT = 2_000_000;
  private static final Instant EVER = Instant.parse("9000-01-01T00:00:00Z");

  public Span {
    newest = Math.clamp(newest, 1, LIMIT);
  }

  /** The newest decisions there are. */
  public static Span newest(int newest) {
    return new Span(newest, Instant.EPOCH, EVER, Long.MAX_VALUE);
  }

  /** All decisions of a time, at most {@value #LIMIT}. */
  public static Span between(Instant from, Instant until) {
    return new Span(LIMIT, from, until, Long.MAX_VALUE);
  }

  Span before(long id) {
    return new Span(newest, from, until, Math.min(before, id));
  }

  /** Whether it is bounded by times and not by number. */
  public boolean isOfTime() {
    return !from.equals(Instant.EPOCH);
  }

  String key() {
    return newest + " " + from + " " + until + " " + before;
  }

  static Span of(String key) {
    String[] parts = key.split(" ");
    return new Span(
        Integer.parseInt(parts[0]),
        Instant.parse(parts[1]),
        Instant.parse(parts[2]),
        Long.parseLong(parts[3]));
  }
}
