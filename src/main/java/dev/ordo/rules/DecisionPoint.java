package dev.ordo.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How the owner of a decision point reads its decisions; pure, asked by many threads. */
public interface DecisionPoint {
  String point();

  /**
   * What these verdicts come to on these facts: stable and short, such as PASS or the code of the
   * chosen carrier.
   */
  String outcome(List<?> facts, List<Verdict> verdicts);

  /**
   * Whether the subject stops here and waits for a person, or else goes straight through. Asked
   * after every decision: the guard rail counts these.
   */
  default boolean holds(List<?> facts, List<Verdict> verdicts) {
    return false;
  }

  /** What the decision was about. */
  Stake stake(List<?> facts);

  /** What won and what lost among all that was said, winners first, and why. */
  default List<Ruling> rulings(List<?> facts, List<Firing> firings) {
    return List.of();
  }

  /**
   * How one thing that verdicts spoke of came out.
   *
   * @param about a carrier, a warehouse, the code of a hold and so on
   * @param code why, stable: words are {@code trail.ruling.<CODE>} or {@code code.<CODE>}
   * @param figures what was compared, such as points and freight; empty if nothing was
   * @param rules that spoke of it, in firing order
   */
  record Ruling(
      String about, boolean won, String code, Map<String, String> figures, List<String> rules) {

    /** Those of some firings whose verdict speaks of the thing. */
    public static List<String> rules(List<Firing> firings, Predicate<Verdict> about) {
      return firings.stream()
          .filter(f -> f.verdict() != null && about.test(f.verdict()))
          .map(Firing::rule)
          .distinct()
          .toList();
    }
  }

  /**
   * What is at stake in a decision.
   *
   * @param shop empty where the facts name none
   * @param amount what the buyer pays, in the order's currency; zero where the facts say nothing
   */
  record Stake(String shop, BigDecimal amount) {
    public static final Stake UNKNOWN = new Stake("", BigDecimal.ZERO);
  }
}
