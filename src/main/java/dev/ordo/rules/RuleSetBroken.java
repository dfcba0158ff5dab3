package dev.ordo.rules;

import java.util.List;

/** Rule files that cannot become a release; every fault names file, place and remedy. */
public class RuleSetBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One fault.
   *
   * @param file path below {@code rules/}
   * @param place line, or sheet cell, or rule name
   */
  public record Fault(String file, String place, String what) implements java.io.Serializable {
    @Override
    public String toString() {
      return "%s (%s): %s".formatted(file, place, what);
    }
  }

  private final List<Fault> faults;

  RuleSetBroken(List<Fault> faults) {
    super(String.join("\n", faults.stream().map(Fault::toString).toList()));
    this.faults = List.copyOf(faults);
  }

  RuleSetBroken(String file, String place, String what) {
    this(List.of(new Fault(file, place, what)));
  }

  public List<Fault> faults() {
    return faults;
  }
}
