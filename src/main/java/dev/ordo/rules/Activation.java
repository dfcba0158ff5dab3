package dev.ordo.rules;

import java.time.Instant;

/**
 * The moment from which a release decides at its point, on every node.
 *
 * @param hash content address of the release
 * @param at machine time
 */
public record Activation(long id, String point, String hash, Instant at, String actor, String why) {
  /** Who takes back what ran away. */
  public static final String WATCHDOG = "watchdog";
}
