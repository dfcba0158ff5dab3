package dev.ordo.journey;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Something that must always hold, contributed as a bean by the module that owns the data.
 *
 * @param says one sentence, e.g. "locked equals the sum of the open locks"
 * @param violations counts what breaks it; 0 means it holds
 */
public record Invariant(String says, Violations violations) {
  /** Counts in the snapshot of the data that all invariants of one check share. */
  @FunctionalInterface
  public interface Violations {
    long in(JdbcTemplate snapshot);
  }

  /** An invariant that one query can count the violations of. */
  public static Invariant of(String says, String countOfViolations) {
    return new Invariant(
        says,
        snapshot -> {
          Long found = snapshot.queryForObject(countOfViolations, Long.class);
          return found == null ? 0 : found;
        });
  }
}
