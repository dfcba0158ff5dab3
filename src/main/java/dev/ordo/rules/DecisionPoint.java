package dev.ordo.rules;

import java.math.BigDecimal;
import java.util.List;

/** How the owner of a decision point reads its decisions; pure, asked by many threads. */
public interface DecisionPoint {
  String point();

  /** What these verdicts come to on these facts. */
  Outcome outcome(List<?> facts, List<Verdict> verdicts);

  /** What the decision was about. */
  Stake stake(List<?> facts);

  /**
   * What becomes of the subject of a decision.
   *
   * @param code stable and short, such as PASS or the code of the chosen carrier
   * @param straightThrough whether it goes on without a person
   */
  record Outcome(String code, boolean straightThrough) {}

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
