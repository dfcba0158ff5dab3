package dev.ordo.rulebook;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a candidate would have decided otherwise than its base, over a range of past decisions.
 *
 * @param decided decisions compared
 * @param unreadable stored decisions neither release can read any more; not compared
 * @param failed decisions on which the candidate gave up; their outcome counts as ERROR
 * @param changed decisions with another outcome
 * @param amount order totals of the changed ones added up, money at stake
 * @param straightBefore decisions that went through without a person by the base
 * @param straightAfter the same by the candidate
 * @param matrix counts by outcome before and after, most frequent first
 * @param rules how often rules fire, those with the greatest difference first
 * @param shops by shop, most changed first
 * @param bands by amount, smallest first
 */
public record Comparison(
    long decided,
    long unreadable,
    long failed,
    long changed,
    BigDecimal amount,
    long straightBefore,
    long straightAfter,
    List<Cell> matrix,
    List<RuleUse> rules,
    List<Group> shops,
    List<Group> bands) {

  public Comparison {
    matrix = List.copyOf(matrix);
    rules = List.copyOf(rules);
    shops = List.copyOf(shops);
    bands = List.copyOf(bands);
  }

  /** Outcomes before and after. */
  public record Cell(String before, String after, long count, BigDecimal amount) {
    public boolean isChange() {
      return !before.equals(after);
    }
  }

  /**
   * A rule on both sides.
   *
   * @param gained decisions on which it fires now and did not before
   * @param lost decisions on which it fired before and does not now
   */
  public record RuleUse(String rule, long before, long after, long gained, long lost) {}

  /** A part of the decisions. */
  public record Group(String name, long decided, long changed, BigDecimal amount) {}

  /** Percent of decisions without a person, 100 where there were none. */
  public double straightRateBefore() {
    return percent(straightBefore, 100);
  }

  public double straightRateAfter() {
    return percent(straightAfter, 100);
  }

  /** Percent of decisions with another outcome. */
  public double changedRate() {
    return percent(changed, 0);
  }

  private double percent(long part, double ofNone) {
    return decided == 0 ? ofNone : part * 100.0 / decided;
  }
}
