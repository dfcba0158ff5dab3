package dev.ordo.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.StillServer;
import dev.ordo.catalog.Shop;
import dev.ordo.catalog.Shops;
import dev.ordo.crm.Customers;
import dev.ordo.crm.Purchase;
import dev.ordo.inventory.Receipt;
import dev.ordo.inventory.Stock;
import dev.ordo.inventory.StockKey;
import dev.ordo.journey.Delivering;
import dev.ordo.journey.Outbox;
import dev.ordo.journey.Stages;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class AccrualsTests extends StillServer {
  private static final Timestamp AT = Timestamp.from(Instant.parse("2026-11-20T08:00:00Z"));

  private static final String SETTLED =
      "SELECT id FROM accrual_due WHERE id = ANY(?) AND settled_at IS NOT NULL";

  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate tx;
  @Autowired Outbox outbox;
  @Autowired Stages stages;
  @Autowired Accruals accruals;
  @Autowired AccrualDue due;
  @Autowired Ledger ledger;
  @Autowired Customers customers;
  @Autowired Stock stock;
  @Autowired Shops shops;

  @BeforeEach
  void shop() {
    Shop shop =
        new Shop(
            "FIN1",
            "SHOP",
            "Finance",
            "FIN1",
            Duration.ZERO,
            "CNY",
            new BigDecimal("0.05"),
            new BigDecimal("0.01"),
            Set.of("express", "counter"),
            new Shop.Pull("", Duration.ofMinutes(3), ""),
            true);
    shops.put(List.of(shop), Map.of());
  }

  /** These orders never went through the stages before: nothing of them may stay. */
  @AfterEach
  void clearOut() {
    for (String rows :
        List.of(
            "sales_order WHERE shop = 'FIN1'",
            "order_line WHERE sku = 'FIN-SKU'",
            "consignment WHERE warehouse = 'WFIN'",
            "allocation WHERE shop = 'FIN1'",
            "parcel WHERE warehouse = 'WFIN'",
            "accrual_due WHERE id BETWEEN 9100 AND 9200")) {
      jdbc.update("DELETE FROM " + rows);
    }
  }

  private void order(long id, String method, String freight) {
    jdbc.update(
        """
        INSERT INTO sales_order (id, shop, platform_no, merge_scope, buyer_key, buyer_mask, status,
            currency, goods_amount, discount_amount, freight_amount, total_amount, paid_amount, cod,
            delivery_method, ordered_at, paid_at, received_at, arrived_at, promised_at, touched,
            ever_held, open_holds, receiver_key, receiver_token, country, province_code, city_code,
            district_code, region, receiver_name, receiver_phone, receiver_detail, name_mask,
            phone_mask, detail_mask, address_features, buyer_remark, seller_remark, remark_tags,
            appointed_carrier, excluded_carriers, invoice_wanted, tags, attempts, phone_hash)
        VALUES (?, 'FIN1', ?, 'FIN1', 'buyer-fin', '', 'DELIVERED', 'CNY', 100, 0, ?, 100, 100,
            false, ?, ?, ?, ?, ?, ?, false, false, 0, 'rk', '', 'CN', '44', '4403', '440305', 'GD',
            '', '', '', 'Z*', '138****1234', '', '{}', '', '', '[]', '', '', false, '', 0, '')\
        """,
        id,
        "FIN-" + id,
        new BigDecimal(freight),
        method,
        AT,
        AT,
        AT,
        AT,
        AT);
    jdbc.update(
        """
        INSERT INTO order_line (id, order_id, line_no, platform_sku, sku, name, qty, cancelled_qty,
            shipped_qty, price, discount, amount, presale, supply, warehouse)
        VALUES (?, ?, '1', 'FIN-SKU', 'FIN-SKU', 'Thing', 2, 0, 2, 50, 0, 100, false, 'PLANNED',
            'WFIN')\
        """,
        id + 1,
        id);
  }

  private void consignment(long id, long... orders) {
    jdbc.update(
        """
        INSERT INTO consignment (id, warehouse, status, merge_scope, buyer_key, receiver_key,
            receiver_order_id, receiver_token, country, province_code, city_code, district_code,
            region, name_mask, phone_mask, detail_mask, bucket, appointed_carrier,
            excluded_carriers, carrier, pick_method, promised_at, weight_g, volume_mm3, units,
            goods_classes, goods_amount, cod_amount, currency, created_at, attempts)
        VALUES (?, 'WFIN', 'DELIVERED', 'FIN1', 'buyer-fin', 'rk', ?, '', 'CN', '44', '4403',
            '440305', 'GD', '', '', '', 'NORMAL', '', '', 'SF', '', ?, 100, 1000, 2, 'NORMAL', 100,
            0, 'CNY', ?, 0)\
        """,
        id,
        orders[0],
        AT,
        AT);
    for (long order : orders) {
      jdbc.update(
          """
          INSERT INTO allocation (id, consignment_id, order_id, order_line_id, shop, platform_no,
              line_no, sku, name, qty, amount, live)
          VALUES (?, ?, ?, ?, 'FIN1', ?, '1', 'FIN-SKU', 'Thing', 2, 100, true)\
          """,
          id + order,
          id,
          order,
          order + 1,
          "FIN-" + order);
    }
  }

  private void parcel(long id, long consignment) {
    jdbc.update(
        """
        INSERT INTO parcel (id, consignment_id, seq, parcels, warehouse, carton, filler,
            carton_cost, filler_cost, weight_g, volume_mm3, packed_at, packed_by, waybill_status,
            carrier, waybill_no, route_code, hub, product, freight, issued_at, departs_at,
            handed_over_at, attempts)
        VALUES (?, ?, 1, 1, 'WFIN', 'C1', 'F1', 1.20, 0.30, 500, 1000, ?, 'packer', 'ISSUED', 'SF',
            ?, '', '', '', 9.50, ?, ?, ?, 0)\
        """,
        id,
        consignment,
        AT,
        "SF-FIN-" + id,
        AT,
        AT,
        AT);
  }

  private static BigDecimal sum(List<LedgerLine> lines, Account account) {
    return lines.stream()
        .filter(line -> line.account().equals(account.code()))
        .map(line -> line.debit().subtract(line.credit()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void delivered(long id) {
    tx.executeWithoutResult(
        s -> {
          Map<String, String> payload = Map.of("orderId", Long.toString(id));
          outbox.publish("order.delivered", "order:" + id, "order.delivered:" + id, payload);
        });
    Delivering.all(outbox);
    assertThat(due.deliveredAt(List.of(id))).containsKey(id);
    assertThat(customers.ofOrder(id)).isPresent();
  }

  /** The stage has settled the orders; doing it again must change nothing. */
  private void settle(Long... ids) {
    stages.runBatch("settle");
    assertThat(jdbc.queryForList(SETTLED, Long.class, (Object) ids)).containsExactly(ids);
    tx.executeWithoutResult(s -> accruals.settle(List.of(ids)));
  }

  @Test
  void booksADeliveredOrderOnceAndRemembersItsBuyer() {
    tx.executeWithoutResult(
        s ->
            stock.receive(
                List.of(
                    new Receipt(
                        "FIN-R1",
                        "1",
                        StockKey.of("WFIN", "FIN-SKU"),
                        "A-1",
                        10,
                        new BigDecimal("12.345678")))));
    order(9_100, "express", "6.00");
    consignment(9_300, 9_100);
    parcel(9_310, 9_300);
    delivered(9_100);
    assertThat(due.deliveredAt(List.of(9_100L))).containsKey(9_100L);
    settle(9_100L);

    List<LedgerLine> lines = ledger.ofOrder(9_100);
    assertThat(sum(lines, Account.RECEIVABLE)).isEqualByComparingTo("106");
    assertThat(sum(lines, Account.REVENUE)).isEqualByComparingTo("-100");
    assertThat(sum(lines, Account.FREIGHT_REVENUE)).isEqualByComparingTo("-6");
    assertThat(sum(lines, Account.GOODS_COST)).isEqualByComparingTo("24.69");
    assertThat(sum(lines, Account.COMMISSION)).isEqualByComparingTo("5");
    assertThat(sum(lines, Account.FREIGHT_COST)).isEqualByComparingTo("9.50");
    assertThat(sum(lines, Account.PACKING_COST)).isEqualByComparingTo("1.50");
    assertThat(sum(lines, Account.PROMOTION)).isEqualByComparingTo("1");
    assertThat(sum(lines, Account.GOODS_SHIPPED)).isEqualByComparingTo("0");
    assertThat(sum(lines, Account.GOODS_IN_STOCK)).isEqualByComparingTo("-24.69");
    assertThat(ledger.unbalanced()).isEmpty();
    assertThat(customers.purchases(customers.ofOrder(9_100).orElseThrow().id()))
        .extracting(Purchase::platformNo)
        .contains("FIN-9100");
  }

  @Test
  void booksTheOrdersOfAMergedConsignmentEachWithItsShare() {
    order(9_110, "express", "0");
    order(9_120, "express", "0");
    consignment(9_400, 9_110, 9_120);
    delivered(9_110);
    settle(9_110L);
    assertThat(ledger.ofOrder(9_120)).isEmpty();
    delivered(9_120);
    settle(9_120L);
    assertThat(sum(ledger.ofOrder(9_110), Account.REVENUE)).isEqualByComparingTo("-100");
    assertThat(sum(ledger.ofOrder(9_120), Account.REVENUE)).isEqualByComparingTo("-100");
  }

  @Test
  void booksACounterSaleWithoutAnyConsignment() {
    order(9_130, "counter", "0");
    delivered(9_130);
    settle(9_130L);
    assertThat(sum(ledger.ofOrder(9_130), Account.REVENUE)).isEqualByComparingTo("-100");
  }
}
