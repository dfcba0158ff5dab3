package dev.ordo.channel;

import dev.ordo.address.RawAddress;
import dev.ordo.address.Receiver;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Shop;
import dev.ordo.catalog.ShopArticle;
import dev.ordo.catalog.Shops;
import dev.ordo.order.NewOrder;
import dev.ordo.order.OrderStatus;
import dev.ordo.shared.Money;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import dev.ordo.shared.ServiceLevel;
import dev.ordo.shared.Sha256;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** From payloads to orders of ours: read strictly, shops and articles looked up by the batch. */
@Component
class Mapping {
  private record Read(RawOrder raw, CanonicalOrder order) {}

  private static final Pattern NAME = Pattern.compile("[\\p{Alnum}._:/#-]{1,64}");

  private final Map<String, Connector> connectors;
  private final Shops shops;
  private final Catalog catalog;

  Mapping(List<Connector> connectors, Shops shops, Catalog catalog) {
    this.connectors = connectors.stream().collect(Collectors.toMap(Connector::platform, c -> c));
    this.shops = shops;
    this.catalog = catalog;
  }

  /** One reading per payload, in order. */
  List<Reading> read(List<RawOrder> raws) {
    List<Object> first = raws.stream().map(this::canonical).toList();
    Map<String, Map<String, ShopArticle>> articles = articles(first);
    return first.stream()
        .map(r -> r instanceof Read read ? fit(read, articles) : (Reading) r)
        .toList();
  }

  private Object canonical(RawOrder raw) {
    JsonNode json = null;
    try {
      json = OrderReader.tree(raw.payload(), OrderReader.LONGEST);
      return new Read(raw, OrderReader.read(raw.platform().isEmpty() ? json : mapped(raw, json)));
    } catch (Refusal refusal) {
      return new Reading.Misfit(raw, "UNREADABLE", subject(raw, json), refusal.faults());
    }
  }

  private JsonNode mapped(RawOrder raw, JsonNode json) {
    Connector connector = connectors.get(raw.platform());
    if (connector == null) {
      throw new Refusal("platform", raw.platform(), "Use one of " + connectors.keySet() + ".");
    }
    return connector.order(raw.shop(), json);
  }

  /** Shop and number where they can be made out, else a name made of the content. */
  private static String subject(RawOrder raw, @Nullable JsonNode json) {
    String shop = raw.shop().isEmpty() && json != null ? said(json, "shop") : raw.shop();
    String no = json == null ? "" : said(json, "platformNo");
    String name = no.isEmpty() ? "unreadable " + Sha256.hex(raw.payload()).substring(0, 12) : no;
    return shop.isEmpty() ? name : shop + ":" + name;
  }

  private static String said(JsonNode json, String field) {
    String text = json.path(field).asString("");
    return NAME.matcher(text).matches() ? text : "";
  }

  private Map<String, Map<String, ShopArticle>> articles(List<Object> readings) {
    Map<String, Set<String>> wanted = new HashMap<>();
    for (Object reading : readings) {
      if (reading instanceof Read read && shops.find(read.order.shop()).isPresent()) {
        Set<String> skus = wanted.computeIfAbsent(read.order.shop(), s -> new HashSet<>());
        read.order.lines().forEach(line -> skus.add(line.sku()));
      }
    }
    Map<String, Map<String, ShopArticle>> articles = new HashMap<>();
    wanted.forEach((shop, skus) -> articles.put(shop, catalog.resolve(shop, skus)));
    return articles;
  }

  private Reading fit(Read read, Map<String, Map<String, ShopArticle>> articles) {
    CanonicalOrder order = read.order;
    Shop shop = shops.find(order.shop()).orElse(null);
    if (shop == null || !shop.active()) {
      return misfit(read, "UNKNOWN_SHOP", "shop", order.shop(), "Add the shop, then resend.");
    }
    if (!shop.currency().equals(order.currency())) {
      String remedy = "This shop sells in [" + shop.currency() + "]: send its amounts in that.";
      return misfit(read, "WRONG_CURRENCY", "currency", order.currency(), remedy);
    }
    if (!shop.deliveryMethods().contains(order.deliveryMethod())) {
      String remedy = "Use one of " + shop.deliveryMethods() + " or add it to the shop.";
      return misfit(
          read, "UNKNOWN_DELIVERY_METHOD", "deliveryMethod", order.deliveryMethod(), remedy);
    }
    Map<String, ShopArticle> known = articles.getOrDefault(order.shop(), Map.of());
    List<Fault> unknown = unknownArticles(order, known);
    if (!unknown.isEmpty()) {
      return new Reading.Misfit(read.raw, "UNKNOWN_SKU", number(order), unknown);
    }
    OrderStatus status = status(order.status());
    return new Reading.Fit(read.raw, order, newOrder(order, shop, status, known));
  }

  private static Reading misfit(Read read, String kind, String field, String value, String remedy) {
    return new Reading.Misfit(
        read.raw, kind, number(read.order), List.of(new Fault(field, value, remedy)));
  }

  static String number(CanonicalOrder order) {
    return order.shop() + ":" + order.platformNo();
  }

  private static List<Fault> unknownArticles(CanonicalOrder order, Map<String, ShopArticle> known) {
    return IntStream.range(0, order.lines().size())
        .filter(i -> !known.containsKey(order.lines().get(i).sku()))
        .mapToObj(
            i ->
                new Fault(
                    "lines[%d].sku".formatted(i),
                    order.lines().get(i).sku(),
                    "Add the article or map the shop's code to one, then resend."))
        .toList();
  }

  /** Shipped at the platform means paid; what did not leave from here {@link Updates} holds. */
  private static OrderStatus status(CanonicalOrder.Status status) {
    return switch (status) {
      case AWAITING_PAYMENT -> OrderStatus.AWAITING_PAYMENT;
      case BALANCE_DUE -> OrderStatus.BALANCE_DUE;
      case CANCELLED -> OrderStatus.CANCELLED;
      case PAID, PARTIALLY_SHIPPED, SHIPPED, COMPLETED -> OrderStatus.RECEIVED;
    };
  }

  private static NewOrder newOrder(
      CanonicalOrder o, Shop shop, OrderStatus status, Map<String, ShopArticle> known) {
    return new NewOrder(
        o.shop(),
        o.platformNo(),
        o.modifiedAt().toEpochMilli(),
        o.digest(),
        status,
        shop.mergeScope(),
        o.buyer().id(),
        o.buyer().nick(),
        o.currency(),
        o.goodsAmount(),
        o.discount(),
        o.freight(),
        o.total(),
        o.paid(),
        o.paymentMethod().equals("cod"),
        o.deliveryMethod(),
        o.createdAt(),
        o.paidAt(),
        promised(o, shop),
        receiver(o.receiver()),
        o.buyerRemark(),
        o.sellerRemark(),
        o.invoice() != null,
        Set.copyOf(o.tags()),
        lines(o, known));
  }

  /** What the platform says, else what a hasty shop promises; null for the usual time. */
  private static @Nullable Instant promised(CanonicalOrder order, Shop shop) {
    Instant said =
        order.lines().stream()
            .map(CanonicalOrder.Line::shipBy)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    Instant paid = order.paidAt();
    return said != null || paid == null || shop.serviceLevel() == ServiceLevel.STANDARD
        ? said
        : paid.plus(shop.serviceLevel().promise());
  }

  static Receiver receiver(CanonicalOrder.Receiver r) {
    return new Receiver(
        r.name(),
        r.phone(),
        new RawAddress(r.country(), r.province(), r.city(), r.district(), r.town(), r.detail()),
        r.token());
  }

  /** Each line bears its share of the order's discount, exact to the cent. */
  private static List<NewOrder.Line> lines(CanonicalOrder o, Map<String, ShopArticle> known) {
    Currency currency = Currency.getInstance(o.currency());
    List<Money> shares =
        new Money(o.discount(), currency)
            .split(o.lines().stream().map(CanonicalOrder.Line::amount).toList());
    List<NewOrder.Line> lines = new ArrayList<>();
    for (int i = 0; i < o.lines().size(); i++) {
      CanonicalOrder.Line line = o.lines().get(i);
      ShopArticle article = Objects.requireNonNull(known.get(line.sku()));
      lines.add(line(line, article, shares.get(i).amount()));
    }
    return lines;
  }

  private static NewOrder.Line line(
      CanonicalOrder.Line line, ShopArticle article, BigDecimal share) {
    BigDecimal price =
        line.price().divide(BigDecimal.valueOf(article.ratio()), 4, RoundingMode.HALF_UP);
    return new NewOrder.Line(
        line.lineNo(),
        line.sku(),
        article.sku(),
        line.name().isEmpty() ? article.product().nameZh() : line.name(),
        Math.multiplyExact(line.qty(), article.ratio()),
        price,
        line.discount().add(share),
        line.amount().subtract(share),
        line.presale() || article.product().presale());
  }
}
