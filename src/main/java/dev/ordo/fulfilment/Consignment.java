package dev.ordo.fulfilment;

import dev.ordo.order.Receiver;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ships together from one warehouse to one receiver.
 *
 * @param receiverOrderId order whose (encrypted) receiver the label takes
 * @param bucket kind of goods that must not mix: NORMAL, PRESALE, OVERSIZE ...
 * @param appointedCarrier carrier the buyer asked for, empty for free choice
 * @param carrier chosen carrier, empty before allocation
 * @param pickMethod code of the pick method, empty before the wave
 * @param cutoffAt when the carrier leaves, null before allocation
 * @param weightG expected weight of the goods in grams
 * @param volumeMm3 volume of the goods in cubic millimetres
 * @param codAmount what the carrier collects, zero if prepaid
 */
public record Consignment(
    long id,
    String warehouse,
    ConsignmentStatus status,
    String mergeScope,
    String buyerKey,
    Receiver receiver,
    long receiverOrderId,
    String bucket,
    String appointedCarrier,
    Set<String> excludedCarriers,
    String carrier,
    String pickMethod,
    Instant promisedAt,
    @Nullable Instant cutoffAt,
    @Nullable Instant allocatedAt,
    int weightG,
    long volumeMm3,
    int units,
    Set<String> goodsClasses,
    BigDecimal goodsAmount,
    BigDecimal codAmount,
    String currency,
    @Nullable Long waveId,
    Instant createdAt,
    List<Line> lines) {

  /**
   * Units of one order line in this consignment.
   *
   * @param id id of the allocation, the demand of its stock locks
   * @param amount what the buyer pays for these units
   * @param places where they are to be picked, empty before allocation
   */
  public record Line(
      long id,
      long orderId,
      long orderLineId,
      String shop,
      String platformNo,
      String lineNo,
      String sku,
      String name,
      int qty,
      BigDecimal amount,
      List<Spot> places) {}

  /** A reserved quantity at a location. */
  public record Spot(String location, String batch, int qty) {}

  /** The same, picked by another method. */
  public Consignment pickedBy(String method) {
    return new Consignment(
        id,
        warehouse,
        status,
        mergeScope,
        buyerKey,
        receiver,
        receiverOrderId,
        bucket,
        appointedCarrier,
        excludedCarriers,
        carrier,
        method,
        promisedAt,
        cutoffAt,
        allocatedAt,
        weightG,
        volumeMm3,
        units,
        goodsClasses,
        goodsAmount,
        codAmount,
        currency,
        waveId,
        createdAt,
        lines);
  }

  /** The shop all of it was sold by, empty if there are several. */
  public String onlyShop() {
    List<String> shops = lines.stream().map(Line::shop).distinct().toList();
    return shops.size() == 1 ? shops.getFirst() : "";
  }

  public List<Long> orderIds() {
    return lines.stream().map(Line::orderId).distinct().toList();
  }
}
