package dev.ordo.trail;

import java.time.Instant;

/**
 * What an auditor looks for; empty texts ask for nothing.
 *
 * @param rule part of a rule's name
 * @param release beginning of a content address
 * @param outcome code of what was said
 * @param number of an order, or the printed id of a subject or decision
 * @param person who had a hand in the release that decided
 * @param from business time, inclusive
 * @param until business time, exclusive
 */
public record Query(
    String point,
    String rule,
    String release,
    String outcome,
    String number,
    String person,
    Instant from,
    Instant until) {
  public static final Query ALL =
      new Query("", "", "", "", "", "", Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

  boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
