package dev.ordo.audit;

import dev.ordo.address.Features;
import dev.ordo.address.RemarkTag;
import dev.ordo.audit.facts.AddressFact;
import dev.ordo.audit.facts.AreaFact;
import dev.ordo.audit.facts.AuditOrder;
import dev.ordo.audit.facts.BlockListFact;
import dev.ordo.audit.facts.ClearedHold;
import dev.ordo.audit.facts.Grade;
import dev.ordo.audit.facts.LineFact;
import dev.ordo.audit.facts.PhoneStatus;
import dev.ordo.audit.facts.PlaceStatus;
import dev.ordo.audit.facts.RemarkFact;
import dev.ordo.audit.facts.RemarkKind;
import dev.ordo.audit.facts.VelocityFact;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.catalog.Shops;
import dev.ordo.crm.BlockList;
import dev.ordo.crm.Hit;
import dev.ordo.crm.Suspect;
import dev.ordo.order.Hold;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.Orders;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Builds what the rules see of a batch of orders: features and figures, never plain text. */
@Component
class ReviewFacts {
  private static final Duration VELOCITY_WINDOW = Duration.ofMinutes(60);
  private static final BigDecimal SMALL_TOTAL = BigDecimal.valueOf(100);

  /**
   * The facts of one order.
   *
   * @param cleared reasons people cleared on these very facts
   * @param factsKey digest of what could raise a hold again
   */
  record Seen(List<Object> audit, List<Object> risk, List<ClearedHold> cleared, String factsKey) {}

  private record Context(
      Map<String, Orders.Velocity> velocity,
      Map<Long, List<Hit>> hits,
      Map<String, Product> products) {}

  private final Orders orders;
  private final Shops shops;
  private final Catalog catalog;
  private final BlockList blockList;
  private final JsonMapper json;

  ReviewFacts(Orders orders, Shops shops, Catalog catalog, BlockList blockList, JsonMapper json) {
    this.orders = orders;
    this.shops = shops;
    this.catalog = catalog;
    this.blockList = blockList;
    this.json = json;
  }

  /** One set query per kind of fact, whatever the size of the batch. */
  Map<Order, Seen> of(List<Order> batch, Instant now) {
    List<String> receivers = batch.stream().map(o -> o.receiver().key()).toList();
    Context context =
        new Context(
            orders.velocity(receivers, now.minus(VELOCITY_WINDOW), SMALL_TOTAL),
            blockList.hits(batch.stream().map(ReviewFacts::suspect).toList()),
            catalog.products(
                batch.stream().flatMap(o -> o.lines().stream()).map(OrderLine::sku).toList()));
    Map<Order, Seen> seen = new LinkedHashMap<>();
    batch.forEach(o -> seen.put(o, see(o, context)));
    return seen;
  }

  private Seen see(Order order, Context context) {
    AuditOrder head = head(order);
    List<Object> audit = new ArrayList<>(List.of(head, address(order)));
    boolean paidFor = order.lines().stream().anyMatch(l -> l.amount().signum() > 0);
    order.lines().forEach(l -> audit.add(line(l, context.products.get(l.sku()), paidFor)));
    for (RemarkTag tag : json.readValue(order.remarkTags(), RemarkTag[].class)) {
      audit.add(
          new RemarkFact(RemarkKind.valueOf(tag.kind().name()), tag.value(), tag.source().name()));
    }
    List<Object> risk = new ArrayList<>(List.of(head, velocity(order, context.velocity)));
    context.hits.getOrDefault(order.id(), List.of()).forEach(h -> risk.add(hit(h)));
    String key = Integer.toHexString(audit.toString().hashCode());
    return new Seen(audit, risk, cleared(order.holds(), key), key);
  }

  /** A cleared reason stays cleared while the facts that raised it are the same. */
  private static List<ClearedHold> cleared(Collection<Hold> holds, String factsKey) {
    return holds.stream()
        .filter(h -> !h.isOpen() && !"system".equals(h.clearedBy()))
        .filter(h -> h.factsKey().equals(factsKey))
        .map(h -> new ClearedHold(h.reason()))
        .distinct()
        .toList();
  }

  private AuditOrder head(Order order) {
    return new AuditOrder(
        order.shop(),
        shops.shop(order.shop()).platform(),
        order.deliveryMethod(),
        order.cod(),
        order.lines().stream().anyMatch(OrderLine::presale),
        order.goodsAmount(),
        order.discountAmount(),
        order.freightAmount(),
        order.totalAmount(),
        order.paidAmount(),
        order.lines().stream().mapToInt(OrderLine::qty).sum());
  }

  private AddressFact address(Order order) {
    Features f = json.readValue(order.features(), Features.class);
    return new AddressFact(
        f.abroad(),
        PlaceStatus.valueOf(f.provinceStatus().name()),
        PlaceStatus.valueOf(f.cityStatus().name()),
        PlaceStatus.valueOf(f.districtStatus().name()),
        f.detailLength(),
        f.digitsOnly(),
        f.specialCharacters(),
        f.containsPhone(),
        f.sameAsAbove(),
        PhoneStatus.valueOf(f.phoneStatus().name()),
        f.nameGiven());
  }

  /** Only what comes beside something that is paid for can be a gift. */
  private static LineFact line(OrderLine line, @Nullable Product product, boolean paidFor) {
    BigDecimal each = line.amount().divide(BigDecimal.valueOf(line.qty()), 2, RoundingMode.HALF_UP);
    BigDecimal list = product == null ? BigDecimal.ZERO : product.listPrice();
    return new LineFact(
        line.sku(), line.qty(), each, list, line.amount(), paidFor && line.price().signum() == 0);
  }

  private static VelocityFact velocity(Order order, Map<String, Orders.Velocity> velocity) {
    Orders.Velocity v =
        velocity.getOrDefault(
            order.receiver().key(), new Orders.Velocity(1, 0, order.totalAmount()));
    return new VelocityFact((int) VELOCITY_WINDOW.toMinutes(), v.count(), v.small(), v.amount());
  }

  private static Object hit(Hit hit) {
    Grade grade = Grade.valueOf(hit.grade().name());
    return hit.kind().equals("AREA")
        ? new AreaFact(grade, hit.reason())
        : new BlockListFact(hit.kind(), grade, hit.reason());
  }

  private static Suspect suspect(Order order) {
    String division =
        !order.receiver().districtCode().isEmpty()
            ? order.receiver().districtCode()
            : !order.receiver().cityCode().isEmpty()
                ? order.receiver().cityCode()
                : order.receiver().provinceCode();
    return new Suspect(
        order.id(),
        order.receiver().key(),
        order.buyerKey(),
        order.receiver().phoneHash(),
        division);
  }
}
