package dev.ordo.fulfilment;

import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Handover;
import dev.ordo.inventory.Stock;
import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.Receiver;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Money;
import dev.ordo.shared.SqlTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes planned consignments and hands the locks of their order lines over, without a gap. */
@Repository
class ConsignmentWrites {
  private static final String INSERT =
      """
      INSERT INTO consignment (id, warehouse, status, merge_scope, buyer_key, receiver_key,
          receiver_order_id, receiver_token, country, province_code, city_code, district_code,
          region, name_mask, phone_mask, detail_mask, bucket, appointed_carrier,
          excluded_carriers, carrier, pick_method, promised_at, weight_g, volume_mm3, units,
          goods_classes, goods_amount, cod_amount, currency, created_at, attempts)
      VALUES (?, ?, 'PLANNED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, ?, ?,
          ?, ?, ?, ?, ?, 0)\
      """;
  private static final String LINE =
      """
      INSERT INTO allocation (id, consignment_id, order_id, order_line_id, shop, platform_no,
          line_no, sku, name, qty, amount, live)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, TRUE)\
      """;

  private record Allocated(long id, PlannedConsignment.Part part, BigDecimal amount) {
    int qty() {
      return part.line().openQty();
    }
  }

  private record Made(long id, PlannedConsignment plan, List<Allocated> lines) {}

  private final JdbcTemplate jdbc;
  private final Catalog catalog;
  private final Stock stock;
  private final Milestones milestones;
  private final Ids ids;
  private final BusinessClock clock;

  ConsignmentWrites(
      JdbcTemplate jdbc,
      Catalog catalog,
      Stock stock,
      Milestones milestones,
      Ids ids,
      BusinessClock clock) {
    this.jdbc = jdbc;
    this.catalog = catalog;
    this.stock = stock;
    this.milestones = milestones;
    this.ids = ids;
    this.clock = clock;
  }

  /** Returns the ids of the consignments in the order of the plans. */
  List<Long> create(List<PlannedConsignment> plans) {
    if (plans.isEmpty()) {
      return List.of();
    }
    Instant now = clock.now();
    List<Made> made = plans.stream().map(this::make).toList();
    Map<String, Product> products =
        catalog.products(
            made.stream()
                .flatMap(m -> m.lines.stream())
                .map(l -> l.part.line().sku())
                .distinct()
                .toList());
    jdbc.batchUpdate(INSERT, made.stream().map(m -> columns(m, products, now)).toList());
    jdbc.batchUpdate(
        LINE, made.stream().flatMap(m -> m.lines.stream().map(l -> line(m, l))).toList());
    stock.handOver(
        made.stream()
            .flatMap(m -> m.lines.stream())
            .map(
                l ->
                    new Handover(
                        Demand.orderLine(l.part.line().id()),
                        Demand.consignmentLine(l.id),
                        l.qty()))
            .toList());
    milestones.record(made.stream().map(m -> planned(m, now)).toList());
    return made.stream().map(Made::id).toList();
  }

  private Made make(PlannedConsignment plan) {
    List<Allocated> lines = new ArrayList<>();
    for (PlannedConsignment.Part part : plan.parts()) {
      lines.add(new Allocated(ids.next(), part, openAmount(part.line(), part.order().currency())));
    }
    return new Made(ids.next(), plan, lines);
  }

  /** What the buyer pays for the open units; units that left before took their share along. */
  static BigDecimal openAmount(OrderLine line, String currency) {
    return new Money(line.keptAmount(), Currency.getInstance(currency))
        .split(List.of(BigDecimal.valueOf(line.openQty()), BigDecimal.valueOf(line.shippedQty())))
        .getFirst()
        .amount();
  }

  private static Object[] columns(Made made, Map<String, Product> products, Instant now) {
    PlannedConsignment plan = made.plan;
    Order first = plan.firstOrder();
    Receiver to = first.receiver();
    return new Object[] {
      made.id,
      plan.warehouse(),
      first.mergeScope(),
      first.buyerKey(),
      to.key(),
      first.id(),
      to.token(),
      to.country(),
      to.provinceCode(),
      to.cityCode(),
      to.districtCode(),
      to.region(),
      to.nameMask(),
      to.phoneMask(),
      to.detailMask(),
      plan.bucket(),
      appointed(plan),
      excluded(plan),
      SqlTime.of(promised(plan)),
      weight(made, products),
      volume(made, products),
      made.lines.stream().mapToInt(Allocated::qty).sum(),
      classes(made, products),
      amount(made),
      first.cod() ? amount(made) : BigDecimal.ZERO,
      first.currency(),
      SqlTime.of(now)
    };
  }

  private static Object[] line(Made made, Allocated allocated) {
    Order order = allocated.part.order();
    return new Object[] {
      allocated.id,
      made.id,
      order.id(),
      allocated.part.line().id(),
      order.shop(),
      order.platformNo(),
      allocated.part.line().lineNo(),
      allocated.part.line().sku(),
      allocated.part.line().name(),
      allocated.qty(),
      allocated.amount
    };
  }

  private static Milestone planned(Made made, Instant now) {
    String orders =
        made.plan.parts().stream()
            .map(p -> p.order().platformNo())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Milestone(
        Milestone.Subject.CONSIGNMENT,
        made.id,
        now,
        "PLANNED",
        "",
        "PLANNED",
        "system",
        null,
        orders);
  }

  private static String appointed(PlannedConsignment plan) {
    return plan.parts().stream()
        .map(p -> p.order().appointedCarrier())
        .filter(c -> !c.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String excluded(PlannedConsignment plan) {
    return plan.parts().stream()
        .flatMap(p -> p.order().excludedCarriers().stream())
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static Instant promised(PlannedConsignment plan) {
    return plan.parts().stream()
        .map(p -> p.order().promisedAt())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static int weight(Made made, Map<String, Product> products) {
    return made.lines.stream()
        .mapToInt(l -> l.qty() * product(l, products).map(Product::weightG).orElse(0))
        .sum();
  }

  private static long volume(Made made, Map<String, Product> products) {
    return made.lines.stream()
        .mapToLong(l -> l.qty() * product(l, products).map(Product::volumeMm3).orElse(0L))
        .sum();
  }

  private static String classes(Made made, Map<String, Product> products) {
    return made.lines.stream()
        .flatMap(l -> product(l, products).stream())
        .map(p -> p.goodsClass().name())
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static BigDecimal amount(Made made) {
    return made.lines.stream().map(Allocated::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static java.util.Optional<Product> product(
      Allocated allocated, Map<String, Product> products) {
    return java.util.Optional.ofNullable(products.get(allocated.part.line().sku()));
  }
}
