package dev.ordo.carrier;

import java.math.BigDecimal;

/**
 * What a carrier charges from a warehouse to a province; the most exact row counts.
 *
 * @param warehouse warehouse code or {@link #ANY}
 * @param province two-digit division code or {@link #ANY}
 * @param served false where the carrier does not go at all
 * @param firstWeightG weight the first price covers
 * @param stepWeightG each further started step costs the step price
 * @param days usual transit time
 */
public record CarrierPrice(
    String carrier,
    String warehouse,
    String province,
    boolean served,
    int firstWeightG,
    BigDecimal firstPrice,
    int stepWeightG,
    BigDecimal stepPrice,
    int days) {
  /** Stands for every warehouse or province without a row of its own. */
  public static final String ANY = "*";

  /** First weight plus started steps, as on the carriers' own lists. */
  public BigDecimal freight(int billedWeightG) {
    int above = Math.max(0, billedWeightG - firstWeightG);
    return firstPrice.add(stepPrice.multiply(BigDecimal.valueOf(Math.ceilDiv(above, stepWeightG))));
  }
}
