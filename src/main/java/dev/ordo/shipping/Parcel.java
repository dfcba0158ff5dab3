package dev.ordo.shipping;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A packed parcel and its waybill.
 *
 * @param number which parcel of its consignment, from 1
 * @param count how many parcels the consignment has
 * @param weightG measured weight in grams
 * @param carrier carrier code, empty before the waybill is asked for
 * @param waybillNo empty before the waybill is issued
 * @param freight expected freight in the book currency
 * @param departsAt when it is handed over, null before the waybill is issued
 * @param handedOverAt when the carrier took it
 */
public record Parcel(
    long id,
    long consignmentId,
    int number,
    int count,
    String warehouse,
    PackedParcel packed,
    Instant packedAt,
    String packedBy,
    WaybillStatus status,
    String carrier,
    String waybillNo,
    String routeCode,
    String hub,
    String product,
    BigDecimal freight,
    @Nullable Instant issuedAt,
    @Nullable Instant departsAt,
    @Nullable Instant handedOverAt,
    @Nullable Long manifestId) {

  /** Packer of a parcel the carrier was told of before anybody packed it. */
  static final String NOBODY = "";

  /** Whether it is a box with a measured weight, not only announced to its carrier. */
  public boolean isPacked() {
    return !packedBy.equals(NOBODY);
  }

  public int weightG() {
    return packed.weightG();
  }
}
