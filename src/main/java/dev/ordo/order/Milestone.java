package dev.ordo.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of one step of one aggregate.
 *
 * @param what stable code of the step, e.g. RELEASED, HELD, CHECK_OVERRIDDEN
 * @param fromStatus status before, empty if the step moves none
 * @param toStatus status after, empty if the step moves none
 * @param actor login of the person, or {@code system}
 * @param decisionId decision that caused it, where rules decided
 * @param detail what else proves it, free of personal data, at most 500 characters
 */
public record Milestone(
    Subject subject,
    long subjectId,
    Instant at,
    String what,
    String fromStatus,
    String toStatus,
    String actor,
    @Nullable Long decisionId,
    String detail) {

  /** The aggregates that have a history. */
  public enum Subject {
    ORDER,
    CONSIGNMENT,
    PARCEL,
    WAVE
  }

  public Milestone {
    detail = detail.length() > 500 ? detail.substring(0, 500) : detail;
  }

  /** A status move by the system. */
  public static Milestone moved(
      Subject subject, long id, Instant at, Enum<?> from, Enum<?> to, @Nullable Long decision) {
    return new Milestone(
        subject, id, at, to.name(), from.name(), to.name(), "system", decision, "");
  }
}
