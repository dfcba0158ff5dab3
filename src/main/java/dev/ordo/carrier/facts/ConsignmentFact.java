package dev.ordo.carrier.facts;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is to be carried.
 *
 * @param warehouse code of the warehouse it leaves
 * @param province two-digit division code of the receiver
 * @param weightG grams, measured or expected
 * @param measured whether the weight was measured on a scale
 * @param goods goods classes in alphabetical order, e.g. BATTERY
 * @param appointed carrier the buyer asked for, empty for free choice
 * @param cod whether cash has to be collected
 * @param hoursToPromise hours from now until the promised dispatch, negative if it is over
 */
public record ConsignmentFact(
    String warehouse,
    String province,
    int weightG,
    long volumeMm3,
    boolean measured,
    List<String> goods,
    String appointed,
    boolean cod,
    BigDecimal goodsAmount,
    int hoursToPromise) {
  public ConsignmentFact {
    goods = List.copyOf(goods);
  }
}
