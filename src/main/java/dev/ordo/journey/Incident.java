package dev.ordo.journey;

import dev.ordo.shared.Refusal;
import java.time.Instant;
import java.util.List;

/**
 * A trouble that waits for a person, without its payload.
 *
 * @param seen how often it came
 */
public record Incident(
    long id,
    String source,
    String kind,
    String subject,
    Status status,
    int seen,
    Instant firstAt,
    Instant lastAt,
    List<Refusal.Fault> faults) {

  /** OPEN waits; RESENT was taken again; RESOLVED ended by itself; DISMISSED needs nothing. */
  public enum Status {
    OPEN,
    RESENT,
    RESOLVED,
    DISMISSED
  }
}
