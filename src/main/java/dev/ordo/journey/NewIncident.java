package dev.ordo.journey;

import dev.ordo.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be worked and needs a person.
 *
 * @param source who can take it again: the name of a {@link Resender}
 * @param kind stable code of the trouble, such as UNKNOWN_SKU
 * @param dedupeKey the same trouble again only raises a count
 * @param subject what it is about, to be read by people: never personal data
 * @param payload what came in, kept encrypted; what a person may edit and resend
 * @param faults field, value and remedy of each thing wrong
 */
public record NewIncident(
    String source,
    String kind,
    String dedupeKey,
    String subject,
    @Nullable String payload,
    List<Refusal.Fault> faults) {

  public NewIncident {
    faults = List.copyOf(faults);
  }

  /** An incident told by its exception; a {@link Refusal} brings its faults along. */
  public static NewIncident of(
      String source, String subject, @Nullable String payload, Throwable cause) {
    return of(source, subject, subject, payload, cause);
  }

  /**
   * The same, where the subject alone does not tell one trouble from another.
   *
   * @param key tells them apart within the source
   */
  static NewIncident of(
      String source, String key, String subject, @Nullable String payload, Throwable cause) {
    Throwable root = root(cause);
    String dedupe = source + ":" + key;
    return root instanceof Refusal refusal
        ? new NewIncident(source, "REFUSED", dedupe, subject, payload, refusal.faults())
        : new NewIncident(source, "FAILED", dedupe, subject, payload, List.of(fault(root)));
  }

  private static Refusal.Fault fault(Throwable root) {
    return new Refusal.Fault(
        root.getClass().getSimpleName(),
        String.valueOf(root.getMessage()),
        "Mend the cause, then resend.");
  }

  static Throwable root(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null && !(root instanceof Refusal)) {
      root = root.getCause();
    }
    return root;
  }
}
