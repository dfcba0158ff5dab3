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
 * @param shop the shop whose people see it, empty for all
 * @param warehouse the warehouse whose people see it, empty for all
 */
public record NewTask(
    String kind,
    String subjectKind,
    long subjectId,
    String dedupeKey,
    Role ownerRole,
    String titleKey,
    List<String> args,
    Instant dueAt,
    String shop,
    String warehouse) {
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

  public NewTask(
      String kind,
      String subjectKind,
      long subjectId,
      String dedupeKey,
      Role ownerRole,
      String titleKey,
      List<String> args,
      Instant dueAt) {
    this(kind, subjectKind, subjectId, dedupeKey, ownerRole, titleKey, args, dueAt, "", "");
  }

  /** The same for the people of a shop. */
  public NewTask ofShop(String code) {
    return new NewTask(
        kind, subjectKind, subjectId, dedupeKey, ownerRole, titleKey, args, dueAt, code, warehouse);
  }

  /** The same for the people of a warehouse. */
  public NewTask inWarehouse(String code) {
    return new NewTask(
        kind, subjectKind, subjectId, dedupeKey, ownerRole, titleKey, args, dueAt, shop, code);
  }

  private static void check(String field, String value, int most, List<Refusal.Fault> faults) {
    if (value.isBlank() || value.length() > most) {
      faults.add(new Refusal.Fault(field, value, "Give 1 to %d characters.".formatted(most)));
    }
  }
}
