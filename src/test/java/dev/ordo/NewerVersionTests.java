package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.order.Hold;
import dev.ordo.order.Milestone;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.OrderStatus;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a shop says otherwise in a newer version takes effect, or a person is told. */
abstract class NewerVersionTests extends ChangingOrders {
  private static final String TWO_MUGS = line("1", "MUG", 2, "30.00", "60.00");

  /** An order of the shop as its version of a minute says it. */
  private static String version(
      String no, int minute, String status, String total, String lines, String more) {
    String paid = status.equals("AWAITING_PAYMENT") ? "0.00" : total;
    return """
    {"shop": "TB1", "platformNo": "%s", "status": "%s", "createdAt": "2026-06-18T09:30:00+08:00",
     "paidAt": "2026-06-18T09:31:00+08:00", "modifiedAt": "2026-06-18T09:%d:00+08:00",
     "buyer": {"id": "b-%s"}, "receiver": {"name": "李小明", "phone": "13800001234",
       "province": "浙江省", "city": "杭州市", "district": "西湖区", "detail": "文三路478号华星时代广场%s室"},
     "goodsAmount": "%s", "total": "%s", "paid": "%s", "lines": [%s]%s}
    """
        .formatted(
            no,
            status,
            minute,
            no,
            Math.abs(no.hashCode()) % 1000,
            total,
            total,
            paid,
            lines,
            more);
  }

  private static String line(String no, String sku, int qty, String price, String amount) {
    return """
    {"lineNo": "%s", "sku": "%s", "qty": %d, "price": "%s", "amount": "%s"}\
    """
        .formatted(no, sku, qty, price, amount);
  }

  private Order take(int status, String order) {
    HttpResponse<String> answer = post("/api/orders", order);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    String no = order.replaceAll("(?s).*\"platformNo\": \"([^\"]*)\".*", "$1");
    return orders.find("TB1", no).orElseThrow();
  }

  private List<String> openHolds(Order order) {
    return order(order.id()).openHolds().stream().map(Hold::reason).toList();
  }

  private List<String> timeline(Order order) {
    return milestones.of(Milestone.Subject.ORDER, order.id()).stream()
        .map(m -> m.what() + " " + m.detail())
        .toList();
  }

  @Test
  void whatTheBuyerPaysIsWhatTheNewestVersionSays() {
    take(201, version("nv-price", 31, "AWAITING_PAYMENT", "100.00", twoFor("50.00", "100.00"), ""));
    Order paid = take(202, version("nv-price", 32, "PAID", "90.00", twoFor("45.00", "90.00"), ""));
    assertThat(paid.totalAmount()).isEqualByComparingTo("90.00");
    assertThat(paid.paidAmount()).isEqualByComparingTo("90.00");
    assertThat(paid.lines().getFirst().amount()).isEqualByComparingTo("90.00");
    assertThat(allocated(paid.id()).goodsAmount()).isEqualByComparingTo("90.00");
  }

  private static String twoFor(String price, String amount) {
    return line("1", "MUG", 2, price, amount);
  }

  @Test
  void beforeTheWaveTheOrderIsReviewedAndLockedAsItIsNow() {
    stages.runDue();
    int before = available("MUG");
    Order order = take(201, version("nv-more", 31, "PAID", "60.00", TWO_MUGS, ""));
    Consignment old = allocated(order.id());
    assertThat(available("MUG")).isEqualTo(before - 2);

    String wish = ", \"sellerRemark\": \"请发顺丰\", \"invoice\": {\"title\": \"某公司\"}";
    String lines = line("1", "MUG", 3, "30.00", "90.00");
    take(202, version("nv-more", 32, "PAID", "90.00", lines, wish));
    assertThat(status(old)).isEqualTo(ConsignmentStatus.WITHDRAWN);
    assertThat(order(order.id()).status()).isEqualTo(OrderStatus.RECEIVED);
    assertThat(available("MUG")).isEqualTo(before);

    stages.runDue();
    Order now = order(order.id());
    assertThat(now.lines().getFirst().qty()).isEqualTo(3);
    assertThat(now.totalAmount()).isEqualByComparingTo("90.00");
    assertThat(now.appointedCarrier()).isEqualTo("SF");
    assertThat(now.invoiceWanted()).isTrue();
    assertThat(available("MUG")).isEqualTo(before - 3);
    assertThat(timeline(order))
        .anySatisfy(
            told ->
                assertThat(told)
                    .startsWith("CHANGED_AT_SHOP")
                    .contains("ORDER_LINE 1 QUANTITY: 2 → 3", "SELLER_REMARK", "INVOICE"));
  }

  @Test
  void aLineMayGoAndAnotherCome() {
    Order order = take(201, version("nv-swap", 31, "PAID", "60.00", TWO_MUGS, ""));
    stages.runDue();
    int mugs = available("MUG");
    company.stock("WH1", "LAMP", 1);
    String lamp = line("2", "LAMP", 1, "99.00", "99.00");
    take(202, version("nv-swap", 32, "PAID", "99.00", lamp, ""));
    assertThat(allocated(order.id()).goodsAmount()).isEqualByComparingTo("99.00");
    assertThat(available("MUG")).isEqualTo(mugs + 2);
    assertThat(order(order.id()).lines())
        .extracting(OrderLine::lineNo, OrderLine::openQty)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", 0),
            org.assertj.core.groups.Tuple.tuple("2", 1));
  }

  @Test
  void aHoldOnFactsOfBeforeIsFoundAnewOrGone() {
    Order order =
        take(201, version("nv-held", 31, "PAID", "60.00", TWO_MUGS, ", \"buyerRemark\": \"换成红色\""));
    stages.runDue();
    assertThat(openHolds(order)).containsExactly("COLOUR_SIZE_CHANGE");
    take(202, version("nv-held", 32, "PAID", "60.00", TWO_MUGS, ""));
    stages.runDue();
    assertThat(openHolds(order)).isEmpty();
    assertThat(order(order.id()).status()).isNotEqualTo(OrderStatus.RECEIVED);
  }

  @Test
  void onTheFloorAPersonIsToldWhatChanged() {
    String cup = line("1", "CUP", 1, "30.00", "30.00");
    Order order = take(201, version("nv-floor", 31, "PAID", "30.00", cup, ""));
    waved(order.id());
    String two = line("1", "CUP", 2, "30.00", "60.00");
    take(202, version("nv-floor", 32, "PAID", "60.00", two, ""));
    take(200, version("nv-floor", 32, "PAID", "60.00", two, ""));
    assertThat(order(order.id()).lines().getFirst().qty()).isEqualTo(1);
    assertThat(told(order, 32))
        .contains("nv-floor", "ORDER_LINE 1 QUANTITY: 1 → 2", "TOTAL_AMOUNT: 30.00 → 60.00");
    cancel(order.id());
  }

  private String told(Order order, int minute) {
    long version = java.time.Instant.parse("2026-06-18T01:%d:00Z".formatted(minute)).toEpochMilli();
    return jdbc.queryForObject(
        "SELECT args FROM task WHERE open_key = ?",
        String.class,
        "late:%d:v%d:version".formatted(order.id(), version));
  }

  @Test
  void theSameVersionWithOtherContentIsRefusedOrSetAside() {
    Order order = take(201, version("nv-twice", 31, "PAID", "60.00", TWO_MUGS, ""));
    String other =
        version("nv-twice", 31, "PAID", "30.00", line("1", "MUG", 1, "30.00", "30.00"), "");
    HttpResponse<String> answer = post("/api/orders", other);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("modifiedAt", "QUANTITY: 2 → 1", "later modifiedAt");
    assertThat(post("/api/orders/batch", "[" + other + "]").body())
        .contains("\"kind\":\"CONTRADICTION\"");
    assertThat(order(order.id()).lines().getFirst().qty()).isEqualTo(2);
  }

  @Test
  void aRefundTakenBackIsToldToAPerson() {
    String refund =
        """
        , "refunds": [{"refundNo": "RW1", "lineNo": "1", "qty": 1, "amount": "30.00",
          "status": "%s"}]\
        """;
    Order order =
        take(201, version("nv-back", 31, "PAID", "60.00", TWO_MUGS, refund.formatted("REQUESTED")));
    assertThat(order.lines().getFirst().openQty()).isEqualTo(1);
    take(202, version("nv-back", 32, "PAID", "60.00", TWO_MUGS, refund.formatted("WITHDRAWN")));
    assertThat(tasks("late:" + order.id() + ":RW1:withdrawn")).isEqualTo(1);
  }

  @Test
  void whatTheShopSaysIsShippedIsNeverShippedAgain() {
    stages.runDue();
    int before = available("MUG");
    for (String status : List.of("SHIPPED", "PARTIALLY_SHIPPED", "COMPLETED")) {
      String no = "nv-gone-" + status.toLowerCase(Locale.ROOT).replace('_', '-');
      Order order = take(201, version(no, 31, status, "60.00", TWO_MUGS, ""));
      stages.runDue();
      assertThat(order(order.id()).status()).isEqualTo(OrderStatus.RECEIVED);
      assertThat(openHolds(order)).containsExactly(Hold.SHIPPED_ELSEWHERE);
    }
    assertThat(available("MUG")).isEqualTo(before);
  }

  @Test
  void anOrderThatIsShippedElsewhereMeanwhileIsStopped() {
    stages.runDue();
    int before = available("MUG");
    Order order = take(201, version("nv-meanwhile", 31, "PAID", "60.00", TWO_MUGS, ""));
    Consignment planned = allocated(order.id());
    take(202, version("nv-meanwhile", 32, "SHIPPED", "60.00", TWO_MUGS, ""));
    stages.runDue();
    assertThat(status(planned)).isEqualTo(ConsignmentStatus.WITHDRAWN);
    assertThat(openHolds(order)).containsExactly(Hold.SHIPPED_ELSEWHERE);
    assertThat(available("MUG")).isEqualTo(before);

    orders.clearHolds(order.id(), List.of(Hold.SHIPPED_ELSEWHERE), "boss", "it came back");
    take(202, version("nv-meanwhile", 33, "COMPLETED", "60.00", TWO_MUGS, ""));
    allocated(order.id());
  }

  @Test
  void aWholeOrderForNothingIsHeldButAGiftBesideGoodsIsNot() {
    Order free =
        take(201, version("nv-free", 31, "PAID", "0.00", line("1", "MUG", 2, "0.00", "0.00"), ""));
    String gift = TWO_MUGS + "," + line("2", "LAMP", 1, "0.00", "0.00");
    company.stock("WH1", "LAMP", 1);
    Order with = take(201, version("nv-gift", 31, "PAID", "60.00", gift, ""));
    stages.runDue();
    assertThat(openHolds(free)).containsExactly("PRICE_TOO_LOW");
    assertThat(openHolds(with)).isEmpty();
  }
}
