package dev.ordo.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A decision as its record tells it.
 *
 * @param subjectsText what it is about exactly as stored, empty in records older than the column
 * @param factsJson the facts exactly as stored
 * @param firingsJson the firings exactly as stored
 * @param hash SHA-256 over all other fields
 */
public record StoredDecision(
    long id,
    String point,
    String release,
    Instant at,
    String subjectsText,
    String factsJson,
    String firingsJson,
    String hash) {

  /** One map per fact, its type under {@code fact}. */
  public List<Map<String, Object>> facts() {
    return Snapshots.factMaps(factsJson);
  }

  /** One map per firing: {@code rule}, and {@code verdict} where it said something. */
  public List<Map<String, Object>> firings() {
    return Snapshots.firingMaps(firingsJson);
  }

  public List<Subject> subjects() {
    return Snapshots.subjects(subjectsText);
  }

  /** Whether the content still belongs to the hash. */
  public boolean isUnaltered() {
    return hash.equals(
        DecisionRows.hash(id, point, release, at, subjectsText, factsJson, firingsJson));
  }
}
