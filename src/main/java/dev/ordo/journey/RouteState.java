package dev.ordo.journey;

import java.time.Instant;
import java.util.List;

/**
 * What became of a file of routes.
 *
 * @param hash SHA-256 in hexadecimal
 * @param routes the routes that run from it, empty if it was refused
 * @param at since when
 * @param refusal why it was refused, empty if it runs
 */
public record RouteState(
    String file, String hash, List<String> routes, Instant at, String refusal) {
  public boolean runs() {
    return refusal.isEmpty();
  }
}
