package dev.ordo.channel;

import dev.ordo.shared.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order as every shop must say it to us: what a platform is to Ordo is its mapping to this
 * record. Published as {@code docs/schema/order.schema.json}. All amounts are in {@code currency};
 * {@code goodsAmount} = Σ line amounts, {@code total} = {@code goodsAmount} − {@code discount} +
 * {@code freight}.
 *
 * @param shop our code of the shop
 * @param platformNo the platform's order number, unique within the shop
 * @param modifiedAt when the platform last changed the order: its version, a later one wins
 * @param discount order-level discount, 0 or more; line discounts are already in the line amounts
 * @param paid what the buyer has paid so far; equals {@code total} once an online order is PAID
 * @param deliveryMethod express, pickup, counter …: must be one the shop knows
 * @param paymentMethod online or cod
 */
public record CanonicalOrder(
    String shop,
    String platformNo,
    Status status,
    Instant createdAt,
    @Nullable Instant paidAt,
    Instant modifiedAt,
    String currency,
    Buyer buyer,
    Receiver receiver,
    String buyerRemark,
    String sellerRemark,
    String deliveryMethod,
    String paymentMethod,
    BigDecimal goodsAmount,
    BigDecimal discount,
    BigDecimal freight,
    BigDecimal total,
    BigDecimal paid,
    List<Line> lines,
    List<Refund> refunds,
    @Nullable Invoice invoice,
    List<String> tags) {

  /** Where the platform says the order stands. */
  public enum Status {
    AWAITING_PAYMENT,
    BALANCE_DUE,
    PAID,
    PARTIALLY_SHIPPED,
    SHIPPED,
    COMPLETED,
    CANCELLED;

    /** Whether goods of it left, as the shop says. */
    boolean isShipped() {
      return this == PARTIALLY_SHIPPED || this == SHIPPED || this == COMPLETED;
    }
  }

  /** Who bought: the platform's stable id of the person and the name it shows. */
  public record Buyer(String id, String nick) {}

  /**
   * Where it goes. Platforms that keep the plain text to themselves give masks and a {@code token}
   * (OAID and the like) in place of name, phone and detail.
   *
   * @param masked true where name, phone and detail are masks, not the truth
   */
  public record Receiver(
      String name,
      String phone,
      String country,
      String province,
      String city,
      String district,
      String town,
      String detail,
      String zip,
      String token,
      boolean masked) {}

  /**
   * One article of the order.
   *
   * @param lineNo the platform's sub-order number, unique within the order
   * @param sku the platform's article code; the catalogue maps it to ours
   * @param qty 1 to 100,000 pieces
   * @param amount quantity × price − discount
   * @param shipBy until when the platform wants it shipped, where it says so
   */
  public record Line(
      String lineNo,
      String sku,
      String name,
      int qty,
      BigDecimal price,
      BigDecimal discount,
      BigDecimal amount,
      boolean presale,
      @Nullable Instant shipBy) {}

  /**
   * Money the buyer wants back or got back.
   *
   * @param lineNo the line it concerns; empty for the whole order
   * @param qty pieces it concerns, 0 for money only
   */
  public record Refund(
      String refundNo, String lineNo, int qty, BigDecimal amount, RefundStatus status) {}

  /** Where a refund stands at the platform. */
  public enum RefundStatus {
    REQUESTED,
    AGREED,
    REFUNDED,
    WITHDRAWN
  }

  /** The invoice the buyer asked for in the platform's own form. */
  public record Invoice(String title, String taxNo, String email) {}

  /** Equal for orders that say the same, in whatever order their lists come. */
  String digest() {
    CanonicalOrder sorted =
        new CanonicalOrder(
            shop,
            platformNo,
            status,
            createdAt,
            paidAt,
            modifiedAt,
            currency,
            buyer,
            receiver,
            buyerRemark,
            sellerRemark,
            deliveryMethod,
            paymentMethod,
            goodsAmount,
            discount,
            freight,
            total,
            paid,
            lines.stream().sorted(Comparator.comparing(Line::lineNo)).toList(),
            refunds.stream().sorted(Comparator.comparing(Refund::refundNo)).toList(),
            invoice,
            tags.stream().sorted().toList());
    return Sha256.hex(sorted.toString());
  }

  public CanonicalOrder {
    lines = List.copyOf(lines);
    refunds = List.copyOf(refunds);
    tags = List.copyOf(tags);
  }
}
