package dev.ordo.carrier;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A consignment that needs a carrier.
 *
 * @param province two-digit division code of the receiver
 * @param weightG grams of the heaviest parcel, expected or measured
 * @param volumeMm3 of the largest parcel
 * @param parcels what is billed, each parcel on its own
 * @param measured whether the weight comes from a scale
 * @param appointed carrier the buyer asked for, empty for free choice
 * @param shop code of the shop, empty where orders of several shops ship together
 */
public record CarrierDemand(
    long consignmentId,
    String warehouse,
    String province,
    int weightG,
    long volumeMm3,
    List<Piece> parcels,
    boolean measured,
    Set<String> goodsClasses,
    String appointed,
    Set<String> excluded,
    boolean cod,
    BigDecimal goodsAmount,
    Instant promisedAt,
    String shop) {

  /** One parcel of the consignment. */
  public record Piece(int weightG, long volumeMm3) {}

  public CarrierDemand {
    parcels = parcels.isEmpty() ? List.of(new Piece(weightG, volumeMm3)) : List.copyOf(parcels);
  }
}
