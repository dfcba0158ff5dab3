package dev.ordo.site.web;

import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects everything wrong with one request, so that its sender mends it in one go. */
final class Checks {
  private static final int SHOWN = 20;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,29}");

  private final List<Fault> faults = new ArrayList<>();

  /** A code: 1 to max of A-Z, 0-9, dot and dash. */
  String code(String field, @Nullable String value, int max) {
    if (value == null || value.length() > max || !CODE.matcher(value).matches()) {
      return fault(field, value, "Give 1 to " + max + " of A-Z, 0-9, dot and dash.", "");
    }
    return value;
  }

  /** A text people read: 1 to max characters. */
  String text(String field, @Nullable String value, int max) {
    if (value == null || value.isBlank() || value.length() > max) {
      return fault(field, value, "Give a text of 1 to " + max + " characters.", "");
    }
    return value.strip();
  }

  int number(String field, @Nullable Integer value, int min, int max) {
    return (int) number(field, value == null ? null : value.longValue(), (long) min, (long) max);
  }

  long number(String field, @Nullable Long value, long min, long max) {
    if (value == null || value < min || value > max) {
      return fault(field, value, "Give a whole number from " + min + " to " + max + ".", min);
    }
    return value;
  }

  /** Metres from min to 10,000. */
  double metres(String field, @Nullable Double value, double min) {
    if (value == null || !(value >= min && value <= 10_000)) {
      return fault(field, value, "Give metres from " + min + " to 10000.", min);
    }
    return value;
  }

  <T> T fault(String field, @Nullable Object value, String remedy, T instead) {
    faults.add(new Fault(field, String.valueOf(value), remedy));
    return instead;
  }

  /** Ends the checks: throws if anything was wrong. */
  void done() {
    if (!faults.isEmpty()) {
      throw new Refusal(faults.stream().limit(SHOWN).toList());
    }
  }
}
