package dev.ordo.order;

import dev.ordo.address.PersonalData;
import dev.ordo.address.Remarks;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Takes over what a newer version of an order says. */
@Repository
class OrderAmendments {
  private static final String WORDS =
      """
      UPDATE sales_order
         SET buyer_remark = ?, seller_remark = ?, remark_tags = ?, invoice_wanted = ?
       WHERE id = ?\
      """;
  private static final String HEAD =
      """
      UPDATE sales_order
         SET goods_amount = ?, discount_amount = ?, freight_amount = ?, total_amount = ?,
             paid_amount = ?, paid_at = COALESCE(CAST(? AS TIMESTAMP WITH TIME ZONE), paid_at),
             promised_at = COALESCE(CAST(? AS TIMESTAMP WITH TIME ZONE), promised_at),
             cod = ?, delivery_method = ?
       WHERE id = ?\
      """;
  private static final String LINES = "SELECT id, line_no FROM order_line WHERE order_id = ?";
  private static final String LINE =
      """
      UPDATE order_line
         SET platform_sku = ?, sku = ?, name = ?, qty = ?, price = ?, discount = ?, amount = ?,
             presale = ?
       WHERE id = ?\
      """;
  private static final String GIVE_UP =
      "UPDATE order_line SET cancelled_qty = qty, refunded = amount WHERE id = ?";

  private final JdbcTemplate jdbc;
  private final PersonalData personalData;
  private final Remarks remarks;
  private final Milestones milestones;
  private final Ids ids;
  private final BusinessClock clock;
  private final JsonMapper json;

  OrderAmendments(
      JdbcTemplate jdbc,
      PersonalData personalData,
      Remarks remarks,
      Milestones milestones,
      Ids ids,
      BusinessClock clock,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.remarks = remarks;
    this.milestones = milestones;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  void amend(long orderId, NewOrder newer, String said) {
    jdbc.update(
        HEAD,
        newer.goodsAmount(),
        newer.discountAmount(),
        newer.freightAmount(),
        newer.totalAmount(),
        newer.paidAmount(),
        SqlTime.ofNullable(newer.paidAt()),
        SqlTime.ofNullable(newer.promisedAt()),
        newer.cod(),
        newer.deliveryMethod(),
        orderId);
    lines(orderId, newer);
    amendWords(orderId, newer, said);
  }

  void amendWords(long orderId, NewOrder newer, String said) {
    jdbc.update(
        WORDS,
        personalData.encrypt(newer.buyerRemark()),
        personalData.encrypt(newer.sellerRemark()),
        json.writeValueAsString(remarks.read(newer.buyerRemark(), newer.sellerRemark())),
        newer.invoiceWanted(),
        orderId);
    milestones.record(
        List.of(
            new Milestone(
                Milestone.Subject.ORDER,
                orderId,
                clock.now(),
                "CHANGED_AT_SHOP",
                "",
                "",
                "system",
                null,
                said)));
  }

  private void lines(long orderId, NewOrder newer) {
    Map<String, Long> gone = new HashMap<>();
    jdbc.query(
        LINES,
        row -> {
          gone.put(row.getString("line_no"), row.getLong("id"));
        },
        orderId);
    List<Object[]> changed = new ArrayList<>();
    List<Object[]> added = new ArrayList<>();
    for (NewOrder.Line line : newer.lines()) {
      Long id = gone.remove(line.lineNo());
      if (id == null) {
        added.add(Reception.line(ids.next(), orderId, line));
      } else {
        changed.add(columns(id, line));
      }
    }
    jdbc.batchUpdate(LINE, changed);
    jdbc.batchUpdate(Reception.LINE, added);
    jdbc.batchUpdate(GIVE_UP, gone.values().stream().map(id -> new Object[] {id}).toList());
  }

  private static Object[] columns(long id, NewOrder.Line l) {
    return new Object[] {
      l.platformSku(),
      l.sku(),
      l.name(),
      l.qty(),
      l.price(),
      l.discount(),
      l.amount(),
      l.presale(),
      id
    };
  }
}
