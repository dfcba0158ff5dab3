package dev.ordo.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer bought in one shop under one platform number.
 *
 * @param mergeScope orders of one scope may ship together
 * @param buyerKey keyed hash of the platform's buyer id
 * @param totalAmount goods - discount + freight, what the buyer owes
 * @param freightRefunded what of the freight went back
 * @param cod cash on delivery
 * @param deliveryMethod {@code express}, or {@code counter} for goods handed over in the shop
 * @param promisedAt dispatch promised to the buyer
 * @param touched whether a person acted on it before its release
 * @param features address features for the rules, JSON
 * @param remarkTags what the remarks say, JSON
 * @param tags codes that rules gave it
 */
public record Order(
    long id,
    String shop,
    String platformNo,
    String mergeScope,
    String buyerKey,
    String buyerMask,
    OrderStatus status,
    String currency,
    BigDecimal goodsAmount,
    BigDecimal discountAmount,
    BigDecimal freightAmount,
    BigDecimal freightRefunded,
    BigDecimal totalAmount,
    BigDecimal paidAmount,
    boolean cod,
    String deliveryMethod,
    Instant orderedAt,
    @Nullable Instant paidAt,
    Instant receivedAt,
    Instant arrivedAt,
    @Nullable Instant releasedAt,
    Instant promisedAt,
    boolean touched,
    Receiver receiver,
    String features,
    String remarkTags,
    String appointedCarrier,
    Set<String> excludedCarriers,
    boolean invoiceWanted,
    Set<String> tags,
    int attempts,
    List<OrderLine> lines,
    List<Hold> holds) {

  /** Goods the buyer carried home himself: nothing is locked, picked or shipped. */
  public boolean isCounterSale() {
    return deliveryMethod.equals("counter");
  }

  public List<Hold> openHolds() {
    return holds.stream().filter(Hold::isOpen).toList();
  }
}
