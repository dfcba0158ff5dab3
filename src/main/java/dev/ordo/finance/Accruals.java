package dev.ordo.finance;

import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.catalog.Shop;
import dev.ordo.catalog.Shops;
import dev.ordo.finance.Delivered.Part;
import dev.ordo.finance.Delivered.Terms;
import dev.ordo.finance.Voucher.About;
import dev.ordo.finance.Voucher.Line;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.Orders;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Money;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The stage {@code settle}: posts what delivered orders earned and cost, each once. */
@Component
public class Accruals {
  static final String POOL = "settle";

  private final Orders orders;
  private final Consignments consignments;
  private final OutboundCosts costs;
  private final Ledger ledger;
  private final AccrualDue due;
  private final House house;

  /** What is looked up beside the orders themselves. */
  @Component
  record House(
      Catalog catalog,
      Shops shops,
      Sites sites,
      dev.ordo.console.Times times,
      FinanceSettings settings,
      BusinessClock clock) {
    Currency book() {
      return Currency.getInstance(settings.bookCurrency());
    }

    Function<String, Terms> terms() {
      return code -> {
        Shop shop = shops.shop(code);
        return new Terms(shop.commissionRate(), shop.promotionRate());
      };
    }

    Map<String, ZoneId> zones() {
      return sites.warehouses().stream()
          .collect(Collectors.toMap(Warehouse::code, Warehouse::zone));
    }
  }

  Accruals(
      Orders orders,
      Consignments consignments,
      OutboundCosts costs,
      Ledger ledger,
      AccrualDue due,
      House house) {
    this.orders = orders;
    this.consignments = consignments;
    this.costs = costs;
    this.ledger = ledger;
    this.due = due;
    this.house = house;
  }

  /**
   * Posts the accruals of delivered orders in the caller's transaction.
   *
   * @param orderIds claimed rows of the pool
   */
  public void settle(List<Long> orderIds) {
    Map<Long, Instant> at = due.deliveredAt(orderIds);
    List<Order> delivered = orders.load(orderIds);
    List<Voucher> vouchers = new ArrayList<>();
    vouchers.addAll(shipped(orderIds, at));
    delivered.stream()
        .filter(Order::isCounterSale)
        .forEach(order -> vouchers.addAll(counterSale(order, day(at, order.id()))));
    delivered.forEach(order -> vouchers.addAll(freightRevenue(order, day(at, order.id()))));
    ledger.post(vouchers);
    due.settled(orderIds, house.clock().now());
  }

  /** Posts that the goods of consignments left the house; the caller's transaction, once each. */
  void shipped(Collection<Long> consignmentIds) {
    List<Consignment> left = consignments.load(consignmentIds);
    Map<Long, OutboundCosts.Cost> costOf = costs.of(left);
    Map<String, ZoneId> zones = house.zones();
    List<Voucher> vouchers = new ArrayList<>();
    for (Consignment consignment : left) {
      LocalDate day = LocalDate.ofInstant(house.clock().now(), zone(zones, consignment));
      OutboundCosts.Cost cost = Objects.requireNonNull(costOf.get(consignment.id()));
      vouchers.addAll(accrual(delivered(consignment, day, cost)).shipment());
    }
    ledger.post(vouchers);
  }

  private ZoneId zone(Map<String, ZoneId> zones, Consignment consignment) {
    return zones.getOrDefault(consignment.warehouse(), house.times().zone());
  }

  private LocalDate day(Map<Long, Instant> at, long orderId) {
    return LocalDate.ofInstant(Objects.requireNonNull(at.get(orderId)), house.times().zone());
  }

  /** A merged consignment is computed whole, so that shares add up; only due orders are posted. */
  private List<Voucher> shipped(Collection<Long> orderIds, Map<Long, Instant> at) {
    List<Consignment> carried =
        consignments.ofOrders(orderIds).stream()
            .filter(c -> c.status() == ConsignmentStatus.DELIVERED)
            .toList();
    Map<Long, OutboundCosts.Cost> costOf = costs.of(carried);
    Map<String, ZoneId> zones = house.zones();
    List<Voucher> vouchers = new ArrayList<>();
    for (Consignment consignment : carried) {
      LocalDate day = LocalDate.ofInstant(deliveredAt(consignment, at), zone(zones, consignment));
      OutboundCosts.Cost cost = Objects.requireNonNull(costOf.get(consignment.id()));
      Accrual accrual = accrual(delivered(consignment, day, cost));
      vouchers.addAll(accrual.shipment());
      vouchers.addAll(accrual.vouchers());
    }
    return vouchers.stream().filter(v -> at.containsKey(orderOf(v))).toList();
  }

  private static long orderOf(Voucher voucher) {
    return voucher.lines().getFirst().about().orderId();
  }

  private static Instant deliveredAt(Consignment consignment, Map<Long, Instant> at) {
    return consignment.orderIds().stream()
        .map(at::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private Accrual accrual(Delivered delivered) {
    return new Accrual(delivered, house.terms(), house.settings().outputTaxRate());
  }

  private Delivered delivered(Consignment consignment, LocalDate day, OutboundCosts.Cost cost) {
    Currency currency = Currency.getInstance(consignment.currency());
    List<Part> parts =
        consignment.lines().stream()
            .map(
                line ->
                    new Part(
                        line.orderId(),
                        line.shop(),
                        line.sku(),
                        line.qty(),
                        Money.rounded(line.amount(), currency),
                        cost.unitCosts().getOrDefault(line.sku(), BigDecimal.ZERO)))
            .toList();
    return new Delivered(
        consignment.id(),
        day,
        consignment.receiver().provinceCode(),
        parts,
        Money.rounded(cost.freight(), house.book()),
        Money.rounded(cost.packing(), house.book()));
  }

  /** Goods handed over in the shop: no parcel, cost by the catalogue. */
  private List<Voucher> counterSale(Order order, LocalDate day) {
    Currency currency = Currency.getInstance(order.currency());
    Map<String, Product> products =
        house.catalog().products(order.lines().stream().map(OrderLine::sku).toList());
    List<Part> parts =
        order.lines().stream()
            .filter(line -> line.qty() > line.cancelledQty())
            .map(line -> part(order, line, currency, products))
            .toList();
    if (parts.isEmpty()) {
      return List.of();
    }
    Money none = Money.zero(house.book());
    String province = order.receiver().provinceCode();
    Accrual accrual = accrual(new Delivered(0, day, province, parts, none, none));
    List<Voucher> vouchers = new ArrayList<>(accrual.shipment());
    vouchers.addAll(accrual.vouchers());
    return vouchers;
  }

  private static Part part(
      Order order, OrderLine line, Currency currency, Map<String, Product> products) {
    int kept = line.qty() - line.cancelledQty();
    Product product = products.get(line.sku());
    BigDecimal cost = product == null ? BigDecimal.ZERO : product.standardCost();
    return new Part(
        order.id(),
        order.shop(),
        line.sku(),
        kept,
        Money.rounded(line.keptAmount(), currency),
        cost);
  }

  /** What the buyer paid for delivery. */
  private static List<Voucher> freightRevenue(Order order, LocalDate day) {
    BigDecimal freight = order.freightAmount().subtract(order.freightRefunded());
    if (freight.signum() == 0) {
      return List.of();
    }
    About about = new About(order.id(), 0, order.shop(), "", order.receiver().provinceCode());
    Currency currency = Currency.getInstance(order.currency());
    BigDecimal amount = Money.rounded(freight, currency).amount();
    return List.of(
        new Voucher(
            "freight:" + order.id(),
            "SALE",
            day,
            order.currency(),
            "",
            List.of(
                Line.debit(Account.RECEIVABLE, amount, about),
                Line.credit(Account.FREIGHT_REVENUE, amount, about))));
  }

  static Map<String, BigDecimal> merged(
      Map<String, BigDecimal> average, Map<String, BigDecimal> booked) {
    Map<String, BigDecimal> costs = new HashMap<>(average);
    costs.putAll(booked);
    return costs;
  }
}
