package dev.ordo.trail;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the rules of one point fared.
 *
 * @param decisions of the point in the time looked at
 * @param rules most firings first; those that never fired last
 * @param together pairs that fire together, closest first
 */
public record RuleFigures(
    long decisions, List<Rule> rules, List<Pair> together, Map<LocalDate, Long> byDay) {

  /**
   * One rule.
   *
   * @param fires decisions it fired in
   * @param share percent of all decisions
   * @param overridden percent of what it held that people let pass as it was; empty if it holds
   *     nothing
   * @param micros average duration of a sampled decision it fired in, in µs; empty without a sample
   * @param active whether the release that decides now has it
   */
  public record Rule(
      String name,
      long fires,
      double share,
      Optional<Double> overridden,
      long judged,
      Optional<Double> micros,
      boolean active,
      Map<LocalDate, Long> byDay) {
    /** Whether it is asked and never has anything to say. */
    public boolean dead() {
      return active && fires == 0;
    }
  }

  /**
   * Two rules that fire together.
   *
   * @param share percent of the rarer one's firings that are firings of both
   */
  public record Pair(String one, String other, long both, double share) {}
}
