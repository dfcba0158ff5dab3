package dev.ordo.desk;

import dev.ordo.access.Role;
import dev.ordo.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Something a person shall do.
 *
 * @param kind stable code such as {@code NO_MOVEMENT}, 1 to 40 characters
 * @param subjectKind what it is about: {@code ORDER}, {@code PARCEL} and so on; its page is the
 *     lower-case plural, such as {@code /parcels/<id>}
 * @param subjectId id of the subject
 * @param dedupeKey while a task with this key is open, opening it again does nothing
 * @param ownerRole who has to do it
 * @param titleKey message key of the sentence that says what to do
 * @param args arguments of that sentence, without personal data
 * @param dueAt business time until when
 */
public record NewTask(
    String kind,
    String subjectKind,
    long subjectId,
    String dedupeKey,
    Role ownerRole,
    String titleKey,
    List<String> args,
    Instant dueAt) {
  public NewTask {
    args = List.copyOf(args);
    List<Refusal.Fault> faults = new ArrayList<>();
    check("kind", kind, 40, faults);
    check("subjectKind", subjectKind, 30, faults);
    check("dedupeKey", dedupeKey, 120, faults);
    check("titleKey", titleKey, 120, faults);
    if (!faults.isEmpty()) {
      throw new Refusal(faults);
    }
  }

  private static void check(String field, String value, int most, List<Refusal.Fault> faults) {
    if (value.isBlank() || value.length() > most) {
      faults.add(new Refusal.Fault(field, value, "Give 1 to %d characters.".formatted(most)));
    }
  }
}
