package dev.ordo.fulfilment;

import dev.ordo.fulfilment.facts.Prefer;
import dev.ordo.fulfilment.facts.SourcingOrder;
import dev.ordo.fulfilment.facts.WarehouseOption;
import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Lock;
import dev.ordo.inventory.StockSnapshot;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.Orders;
import dev.ordo.order.Supply;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Routing;
import dev.ordo.rules.Rules;
import dev.ordo.site.Warehouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/**
 * Chooses warehouses for one batch on one stock snapshot: pure but for the rules it asks. An order
 * gets all its in-stock lines or none; presale lines that are not there yet wait for arrival.
 */
final class Sourcing {
  private final Rules rules;
  private final Instant now;
  private final List<Warehouse> warehouses;
  private final StockSnapshot stock;

  Sourcing(Rules rules, Instant now, List<Warehouse> warehouses, StockSnapshot stock) {
    this.rules = rules;
    this.now = now;
    this.warehouses = warehouses;
    this.stock = stock;
  }

  /** What became of an order. */
  sealed interface Outcome {
    Decision decision();
  }

  /** Every unit that must be there is there. */
  record Secured(Decision decision, List<Lock> locks, Map<Long, Orders.LineSupply> lines)
      implements Outcome {}

  /** Some article is short everywhere. */
  record Short(Decision decision, String missing) implements Outcome {}

  Outcome secure(Order order) {
    List<WarehouseOption> options = options(order, this::free);
    Decision decision =
        rules.decide("sourcing", now, facts(order, options), new Routing(order.shop(), order.id()));
    List<String> ranked = ranked(options, decision.all(Prefer.class));
    Map<OrderLine, String> places = new LinkedHashMap<>();
    Map<String, Integer> promised = new HashMap<>();
    for (OrderLine line : order.lines()) {
      String chosen = place(line, ranked, promised);
      if (chosen.isEmpty() && !line.presale()) {
        return new Short(decision, line.sku() + " x" + line.openQty());
      }
      places.put(line, chosen);
    }
    return secured(decision, places);
  }

  /** What the rules say if the units the order has were free; nothing is taken. */
  Decision preview(Order order) {
    List<Object> facts = facts(order, options(order, this::freeOrOwn));
    return rules.decide("sourcing", now, facts);
  }

  private int freeOrOwn(String warehouse, OrderLine line) {
    boolean holds = line.supply() == Supply.LOCKED || line.supply() == Supply.PLANNED;
    int own = holds && line.warehouse().equals(warehouse) ? line.openQty() : 0;
    return stock.available(warehouse, line.sku()) + own;
  }

  private int free(String warehouse, OrderLine line) {
    return stock.available(warehouse, line.sku());
  }

  private Secured secured(Decision decision, Map<OrderLine, String> places) {
    List<Lock> locks = new ArrayList<>();
    Map<Long, Orders.LineSupply> lines = new HashMap<>();
    places.forEach(
        (line, warehouse) -> {
          if (warehouse.isEmpty()) {
            lines.put(line.id(), new Orders.LineSupply(Supply.WAITING, ""));
          } else {
            Demand demand = Demand.orderLine(line.id());
            locks.addAll(stock.take(demand, warehouse, line.sku(), line.openQty()));
            lines.put(line.id(), new Orders.LineSupply(Supply.LOCKED, warehouse));
          }
        });
    return new Secured(decision, locks, lines);
  }

  /** The first warehouse in rank with enough left for this line and the lines before it. */
  private String place(OrderLine line, List<String> ranked, Map<String, Integer> promised) {
    for (String warehouse : ranked) {
      String key = warehouse + " " + line.sku();
      int left = stock.available(warehouse, line.sku()) - promised.getOrDefault(key, 0);
      if (left >= line.openQty()) {
        promised.merge(key, line.openQty(), Integer::sum);
        return warehouse;
      }
    }
    return "";
  }

  private List<WarehouseOption> options(Order order, ToIntBiFunction<String, OrderLine> units) {
    return warehouses.stream().map(w -> option(w, order, units)).toList();
  }

  private static WarehouseOption option(
      Warehouse warehouse, Order order, ToIntBiFunction<String, OrderLine> units) {
    int covered =
        (int)
            order.lines().stream()
                .filter(l -> units.applyAsInt(warehouse.code(), l) >= l.openQty())
                .count();
    return new WarehouseOption(
        warehouse.code(),
        warehouse.priority(),
        warehouse.provinceCode().equals(order.receiver().provinceCode()),
        covered == order.lines().size(),
        covered);
  }

  private static List<Object> facts(Order order, List<WarehouseOption> options) {
    List<Object> facts = new ArrayList<>(options);
    facts.add(
        new SourcingOrder(
            order.shop(),
            order.receiver().provinceCode(),
            order.lines().size(),
            order.lines().stream().mapToInt(OrderLine::openQty).sum()));
    return facts;
  }

  /** Codes of warehouses in the order in which they are asked. */
  static List<String> ranked(List<WarehouseOption> options, List<Prefer> preferred) {
    Map<String, Integer> points = new HashMap<>();
    preferred.forEach(p -> points.merge(p.warehouse(), p.points(), Integer::sum));
    return options.stream()
        .sorted(
            Comparator.comparing((WarehouseOption o) -> -points.getOrDefault(o.code(), 0))
                .thenComparing(WarehouseOption::priority)
                .thenComparing(WarehouseOption::code))
        .map(WarehouseOption::code)
        .toList();
  }
}
