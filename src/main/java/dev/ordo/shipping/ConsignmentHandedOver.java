package dev.ordo.shipping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Payload of the topic {@code consignment.handed-over}: goods left the house.
 *
 * @param at business time
 * @param receiverKey equal for the same person at the same place
 * @param phoneTail last digits of the receiver's phone that the mask shows
 */
public record ConsignmentHandedOver(
    long consignmentId,
    String warehouse,
    String mergeScope,
    String buyerKey,
    String receiverKey,
    String province,
    String phoneTail,
    String carrier,
    Instant at,
    List<Order> orders,
    List<Box> parcels) {
  /** Name of the topic. */
  public static final String TOPIC = "consignment.handed-over";

  /** What of one order is in it. */
  public record Order(long orderId, String shop, String platformNo, List<Line> lines) {}

  /**
   * Units of one order line.
   *
   * @param amount what the buyer pays for these units
   */
  public record Line(long orderLineId, String lineNo, String sku, int qty, BigDecimal amount) {}

  /** One parcel with what it costs us in the book currency. */
  public record Box(
      long parcelId,
      String waybillNo,
      int weightG,
      BigDecimal freight,
      BigDecimal cartonCost,
      BigDecimal fillerCost) {}
}
