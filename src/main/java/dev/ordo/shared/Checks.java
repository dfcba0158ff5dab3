package dev.ordo.shared;

import dev.ordo.shared.Refusal.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects everything wrong with one request, so that its sender mends it in one go. */
public final class Checks {
  private static final int SHOWN = 20;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,29}");

  private final List<Fault> faults = new ArrayList<>();

  /** A code: 1 to max of A-Z, 0-9, dot and dash. */
  public String code(String field, @Nullable String value, int max) {
    if (value == null || value.length() > max || !CODE.matcher(value).matches()) {
      return fault(field, value, "Give 1 to " + max + " of A-Z, 0-9, dot and dash.", "");
    }
    return value;
  }

  /** A text people read: 1 to max characters. */
  public String text(String field, @Nullable String value, int max) {
    if (value == null || value.isBlank() || value.length() > max) {
      return fault(field, value, "Give a text of 1 to " + max + " characters.", "");
    }
    return value.strip();
  }

  public int number(String field, @Nullable Integer value, int min, int max) {
    return (int) number(field, value == null ? null : value.longValue(), (long) min, (long) max);
  }

  public long number(String field, @Nullable Long value, long min, long max) {
    if (value == null || value < min || value > max) {
      return fault(field, value, "Give a whole number from " + min + " to " + max + ".", min);
    }
    return value;
  }

  /** Metres from min to 10,000. */
  public double metres(String field, @Nullable Double value, double min) {
    if (value == null || !(value >= min && value <= 10_000)) {
      return fault(field, value, "Give metres from " + min + " to 10000.", min);
    }
    return value;
  }

  /** A decimal from 0 to max with at most so many places. */
  public BigDecimal decimal(String field, @Nullable BigDecimal value, int places, String max) {
    if (value == null
        || value.signum() < 0
        || value.compareTo(new BigDecimal(max)) > 0
        || value.stripTrailingZeros().scale() > places) {
      String remedy = "Give a number from 0 to %s with at most %d places.".formatted(max, places);
      return fault(field, value, remedy, BigDecimal.ZERO);
    }
    return value;
  }

  /** A text that has to look like the pattern. */
  public String like(String field, @Nullable String value, Pattern pattern, String remedy) {
    return value != null && pattern.matcher(value).matches()
        ? value
        : fault(field, value, remedy, "");
  }

  /** A text of at most max characters that may be missing. */
  public String optional(String field, @Nullable String value, int max) {
    return value == null || value.isBlank() ? "" : text(field, value, max);
  }

  /** One of the constants, by name. */
  public <E extends Enum<E>> E constant(
      String field, @Nullable String value, Class<E> type, E missing) {
    if (value == null) {
      return missing;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    String all = String.join(", ", Stream.of(type.getEnumConstants()).map(Enum::name).toList());
    return fault(field, value, "Give one of " + all + ".", missing);
  }

  public <T> T fault(String field, @Nullable Object value, String remedy, T instead) {
    faults.add(new Fault(field, String.valueOf(value), remedy));
    return instead;
  }

  /** Everything that was found wrong so far. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** How much was found wrong so far. */
  public int count() {
    return faults.size();
  }

  /** Ends the checks: throws if anything was wrong. */
  public void done() {
    if (!faults.isEmpty()) {
      throw new Refusal(faults.stream().limit(SHOWN).toList());
    }
  }

  /** Reads one row of a batch; every fault it finds goes into the checks. */
  @FunctionalInterface
  public interface Row<R, T> {
    T checked(R request, String at, Checks checks);
  }

  /** Reads a batch whole: throws if a single row is wrong. */
  public static <R, T> List<T> rows(List<@Nullable R> requests, int most, Row<R, T> row) {
    if (requests.isEmpty() || requests.size() > most) {
      throw new Refusal("body", requests.size(), "Send 1 to " + most + " rows.");
    }
    Checks checks = new Checks();
    List<T> rows = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      R request = requests.get(i);
      if (request == null) {
        throw new Refusal("[" + i + "]", "null", "Send no empty rows.");
      }
      rows.add(row.checked(request, "[" + i + "]", checks));
    }
    checks.done();
    return rows;
  }
}
