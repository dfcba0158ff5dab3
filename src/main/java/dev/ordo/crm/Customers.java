package dev.ordo.crm;

import dev.ordo.shared.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who bought what; written by the events of shipping and tracking. */
@Component
public class Customers {
  private static final String COLUMNS =
      """
      SELECT id, merge_scope, buyer_key, name_mask, phone_mask, region, receiver_key,
             first_order_at, last_order_at, orders, amount
        FROM customer
      """;
  private static final String OF_BUYERS =
      COLUMNS + "WHERE merge_scope = ANY(?) AND buyer_key = ANY(?)";
  private static final String NEW =
      """
      INSERT INTO customer (id, merge_scope, buyer_key, name_mask, phone_mask, region, receiver_key,
          first_order_at, last_order_at, orders, amount)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT DO NOTHING\
      """;
  private static final String NEW_PURCHASE =
      """
      INSERT INTO customer_order (customer_id, order_id, shop, platform_no, amount, currency,
          ordered_at, shipped_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
      """;
  private static final String COUNT =
      """
      UPDATE customer
         SET orders = (SELECT COUNT(*) FROM customer_order o WHERE o.customer_id = customer.id),
             amount = (SELECT COALESCE(SUM(o.amount), 0) FROM customer_order o
                        WHERE o.customer_id = customer.id),
             last_order_at = COALESCE((SELECT MAX(o.ordered_at) FROM customer_order o
                                        WHERE o.customer_id = customer.id), last_order_at),
             name_mask = ?, phone_mask = ?, region = ?, receiver_key = ?
       WHERE id = ?\
      """;
  private static final String DELIVERED =
      """
      UPDATE customer_order SET delivered_at = ?
       WHERE order_id = ? AND delivered_at IS NULL\
      """;
  private static final String PAGE =
      COLUMNS
          + """
          WHERE id < ? AND (? = '' OR name_mask LIKE ? OR id IN (
                SELECT customer_id FROM customer_order WHERE platform_no = ?))
          ORDER BY id DESC LIMIT ?\
          """;
  private static final String PURCHASES =
      """
      SELECT order_id, shop, platform_no, amount, currency, ordered_at, shipped_at, delivered_at
        FROM customer_order WHERE customer_id = ? ORDER BY ordered_at DESC LIMIT 500\
      """;

  private final JdbcTemplate jdbc;
  private final Ids ids;

  Customers(JdbcTemplate jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /**
   * A page of customers, newest first.
   *
   * @param text beginning of the masked name or a platform's order number, empty for all
   * @param before only ids below: the cursor
   */
  public List<Customer> page(String text, long before, int limit) {
    return jdbc.query(PAGE, Customers::customer, before, text, text + "%", text, limit);
  }

  public Optional<Customer> find(long id) {
    return jdbc.query(COLUMNS + "WHERE id = ?", Customers::customer, id).stream().findFirst();
  }

  /** The customer who placed an order, once it left the house. */
  public Optional<Customer> ofOrder(long orderId) {
    return jdbc
        .query(
            COLUMNS + "WHERE id IN (SELECT customer_id FROM customer_order WHERE order_id = ?)",
            Customers::customer,
            orderId)
        .stream()
        .findFirst();
  }

  /** The customer's orders, newest first. */
  public List<Purchase> purchases(long customerId) {
    return jdbc.query(PURCHASES, Customers::purchase, customerId);
  }

  /** Adds orders that left the house; known ones change nothing. */
  void shipped(Collection<Shipped> shipped) {
    Map<Shipped.Buyer, Shipped> latest = new LinkedHashMap<>();
    shipped.forEach(one -> latest.put(one.buyer(), one));
    jdbc.batchUpdate(NEW, latest.values().stream().map(this::row).toList());
    Map<Shipped.Buyer, Long> idOf = idsOf(latest.keySet());
    jdbc.batchUpdate(
        NEW_PURCHASE,
        shipped.stream()
            .map(
                one -> row(java.util.Objects.requireNonNull(idOf.get(one.buyer())), one.purchase()))
            .toList());
    jdbc.batchUpdate(
        COUNT,
        latest.values().stream()
            .map(
                one ->
                    new Object[] {
                      one.nameMask(),
                      one.phoneMask(),
                      one.region(),
                      one.receiverKey(),
                      idOf.get(one.buyer())
                    })
            .toList());
  }

  /** Notes when orders reached their buyers. */
  void delivered(Map<Long, Instant> atByOrder) {
    jdbc.batchUpdate(
        DELIVERED,
        atByOrder.entrySet().stream()
            .map(e -> new Object[] {Timestamp.from(e.getValue()), e.getKey()})
            .toList());
  }

  private Map<Shipped.Buyer, Long> idsOf(Collection<Shipped.Buyer> buyers) {
    Map<Shipped.Buyer, Long> found = new LinkedHashMap<>();
    jdbc.query(
            OF_BUYERS,
            Customers::customer,
            buyers.stream().map(Shipped.Buyer::mergeScope).distinct().toArray(String[]::new),
            buyers.stream().map(Shipped.Buyer::buyerKey).distinct().toArray(String[]::new))
        .forEach(c -> found.put(new Shipped.Buyer(c.mergeScope(), c.buyerKey()), c.id()));
    return found;
  }

  private Object[] row(Shipped one) {
    Timestamp at = Timestamp.from(one.purchase().orderedAt());
    return new Object[] {
      ids.next(),
      one.mergeScope(),
      one.buyerKey(),
      one.nameMask(),
      one.phoneMask(),
      one.region(),
      one.receiverKey(),
      at,
      at
    };
  }

  private static Object[] row(Long customer, Purchase purchase) {
    return new Object[] {
      customer,
      purchase.orderId(),
      purchase.shop(),
      purchase.platformNo(),
      purchase.amount(),
      purchase.currency(),
      Timestamp.from(purchase.orderedAt()),
      Timestamp.from(purchase.shippedAt())
    };
  }

  private static Customer customer(ResultSet row, int number) throws SQLException {
    return new Customer(
        row.getLong("id"),
        row.getString("merge_scope"),
        row.getString("buyer_key"),
        row.getString("name_mask"),
        row.getString("phone_mask"),
        row.getString("region"),
        row.getString("receiver_key"),
        row.getTimestamp("first_order_at").toInstant(),
        row.getTimestamp("last_order_at").toInstant(),
        row.getInt("orders"),
        row.getBigDecimal("amount").setScale(2, java.math.RoundingMode.HALF_UP));
  }

  private static Purchase purchase(ResultSet row, int number) throws SQLException {
    Timestamp delivered = row.getTimestamp("delivered_at");
    BigDecimal amount = row.getBigDecimal("amount").setScale(2, java.math.RoundingMode.HALF_UP);
    return new Purchase(
        row.getLong("order_id"),
        row.getString("shop"),
        row.getString("platform_no"),
        amount,
        row.getString("currency"),
        row.getTimestamp("ordered_at").toInstant(),
        row.getTimestamp("shipped_at").toInstant(),
        delivered == null ? null : delivered.toInstant());
  }
}
