package dev.ordo.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A decision as its record tells it.
 *
 * @param facts one map per fact, its type under {@code fact}
 * @param firings one map per firing: {@code rule}, and {@code verdict} where it said something
 * @param factsJson the facts exactly as stored
 * @param firingsJson the firings exactly as stored
 * @param hash SHA-256 over all other fields
 */
public record StoredDecision(
    long id,
    String point,
    String release,
    Instant at,
    List<Map<String, Object>> facts,
    List<Map<String, Object>> firings,
    String factsJson,
    String firingsJson,
    String hash) {

  /** Whether the content still belongs to the hash. */
  public boolean isUnaltered() {
    return hash.equals(DecisionRows.hash(id, point, release, at, factsJson, firingsJson));
  }
}
