package dev.ordo.order;

import dev.ordo.address.Receiver;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as intake hands it over, checked and mapped to our articles, receiver still in plain
 * text; {@link Orders#insert} derives features and encrypts.
 *
 * @param version grows with every change at the platform (its modification time in milliseconds)
 * @param digest digest of all it says: a version says the same whenever it comes
 * @param status AWAITING_PAYMENT, BALANCE_DUE, RECEIVED (paid) or CANCELLED
 * @param buyerId the platform's stable id of the buyer
 * @param promisedAt promised dispatch; null for the shop's default
 */
public record NewOrder(
    String shop,
    String platformNo,
    long version,
    String digest,
    OrderStatus status,
    String mergeScope,
    String buyerId,
    String buyerNick,
    String currency,
    BigDecimal goodsAmount,
    BigDecimal discountAmount,
    BigDecimal freightAmount,
    BigDecimal totalAmount,
    BigDecimal paidAmount,
    boolean cod,
    String deliveryMethod,
    Instant orderedAt,
    @Nullable Instant paidAt,
    @Nullable Instant promisedAt,
    Receiver receiver,
    String buyerRemark,
    String sellerRemark,
    boolean invoiceWanted,
    Set<String> tags,
    List<Line> lines) {

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "NewOrder[%s %s v%d]".formatted(shop, platformNo, version);
  }

  /**
   * One article.
   *
   * @param amount what the buyer pays for the line after its share of all discounts
   */
  public record Line(
      String lineNo,
      String platformSku,
      String sku,
      String name,
      int qty,
      BigDecimal price,
      BigDecimal discount,
      BigDecimal amount,
      boolean presale) {}
}
