package dev.ordo.shared;

import java.util.List;

/**
 * Input that cannot be taken, said so that its sender can mend it: which field, which value, what
 * to do. Web answers it as problem+json with status 422, intake turns it into an incident.
 */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One thing wrong with one field. */
  public record Fault(String field, String value, String remedy) implements java.io.Serializable {
    /** Long or hostile values are shown cut to 120 characters without control characters. */
    public Fault {
      String clean = value.replaceAll("\\p{Cntrl}", " ");
      value = clean.length() > 120 ? clean.substring(0, 117) + "..." : clean;
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
