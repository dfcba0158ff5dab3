package dev.ordo.shared;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Input that cannot be taken, said so that its sender can mend it: which field, which value, what
 * to do. Web answers it as problem+json with status 422, intake turns it into an incident.
 */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One thing wrong with one field. */
  public record Fault(String field, String value, String remedy) implements java.io.Serializable {
    private static final Pattern HOSTILE =
        Pattern.compile("[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** Long or hostile texts are shown cut to 120 characters without what no screen can show. */
    public Fault {
      field = shown(field);
      value = shown(value);
    }

    private static String shown(String text) {
      String cut = text.length() > 120 ? text.substring(0, 117) + "..." : text;
      return HOSTILE.matcher(cut).replaceAll(" ");
    }

    @Override
    public String toString() {
      return "%s (%s): %s".formatted(field, value, remedy);
    }
  }

  private final List<Fault> faults;

  public Refusal(String field, Object value, String remedy) {
    this(List.of(new Fault(field, String.valueOf(value), remedy)));
  }

  public Refusal(List<Fault> faults) {
    super(String.join("; ", faults.stream().map(Fault::toString).toList()));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
