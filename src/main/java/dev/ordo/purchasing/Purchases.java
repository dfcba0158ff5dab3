package dev.ordo.purchasing;

import dev.ordo.access.People;
import dev.ordo.inventory.Receipt;
import dev.ordo.inventory.Stock;
import dev.ordo.inventory.StockKey;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Suppliers, their terms, and goods from order to receipt. */
@Component
public class Purchases {
  private final SupplyRows rows;
  private final DemandHistory history;
  private final Stock stock;
  private final People people;
  private final BusinessClock clock;

  Purchases(
      SupplyRows rows, DemandHistory history, Stock stock, People people, BusinessClock clock) {
    this.rows = rows;
    this.history = history;
    this.stock = stock;
    this.people = people;
    this.clock = clock;
  }

  public List<Supplier> suppliers() {
    return rows.suppliers();
  }

  /** Goods on the way, soonest first. */
  public List<GoodsOnWay> onWay(int limit) {
    return rows.onWay(limit);
  }

  /** Adds or replaces suppliers by code. */
  @Transactional
  public void putSuppliers(Collection<Supplier> suppliers) {
    rows.putSuppliers(suppliers);
  }

  /** Adds or replaces terms by article; their suppliers must be known. */
  @Transactional
  public void putTerms(Collection<SupplyTerms> terms) {
    List<String> known = rows.suppliers().stream().map(Supplier::code).toList();
    for (SupplyTerms one : terms) {
      if (!known.contains(one.supplier())) {
        throw new Refusal("supplier", one.supplier(), "Import it first, PUT /api/suppliers.");
      }
    }
    rows.putTerms(terms);
  }

  /** Adds goods on the way; known lines stay as they are. */
  @Transactional
  public void putOnWay(Collection<GoodsOnWay> goods) {
    rows.putOnWay(goods);
  }

  /** Adds units ordered per day and article from before Ordo; known days stay as they are. */
  @Transactional
  public void putDemand(Map<LocalDate, Map<String, Integer>> unitsByDay) {
    List<DemandHistory.Day> days = new ArrayList<>();
    unitsByDay.forEach(
        (day, units) ->
            units.forEach((sku, qty) -> days.add(new DemandHistory.Day(day, sku, qty))));
    history.add(days);
  }

  /**
   * Books the open lines of a purchase order into stock.
   *
   * @param location where the units are put
   * @return how many lines arrived
   */
  @Transactional
  public int receive(String poNo, String location) {
    List<GoodsOnWay> open = rows.onWay(poNo);
    if (open.isEmpty()) {
      throw new Refusal("poNo", poNo, "Give a purchase order with goods on the way.");
    }
    rows.arrived(open, clock.now());
    stock.receive(open.stream().map(goods -> receipt(goods, location)).toList());
    people.did("GOODS_RECEIVED", "PURCHASE_ORDER", 0, poNo);
    return open.size();
  }

  private static Receipt receipt(GoodsOnWay goods, String location) {
    return new Receipt(
        goods.poNo(),
        goods.lineNo(),
        StockKey.of(goods.warehouse(), goods.sku()),
        location,
        goods.qty(),
        goods.unitCost());
  }
}
