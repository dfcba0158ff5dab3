package dev.ordo.shipping;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.inventory.Deduction;
import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Place;
import dev.ordo.inventory.Stock;
import dev.ordo.shared.Ids;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.site.WarehouseSettings.DeductAt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes shipped units off the stock at the act that their warehouse chose for it. */
@Component
class StockLeaving {
  private final Sites sites;
  private final Stock stock;

  StockLeaving(Sites sites, Stock stock) {
    this.sites = sites;
    this.stock = stock;
  }

  /** Deducts the consignments whose warehouse deducts at this act; again changes nothing. */
  void at(DeductAt act, Collection<Consignment> leaving) {
    Set<String> here =
        sites.warehouses().stream()
            .filter(w -> w.settings().deductAt() == act)
            .map(Warehouse::code)
            .collect(Collectors.toSet());
    Map<String, List<Deduction>> deductions = new TreeMap<>();
    for (Consignment consignment : leaving) {
      if (here.contains(consignment.warehouse())) {
        deductions.put(
            Ids.text(consignment.id()),
            consignment.lines().stream().map(l -> deduction(consignment, l)).toList());
      }
    }
    stock.deduct("CONSIGNMENT", deductions);
  }

  private static Deduction deduction(Consignment consignment, Consignment.Line line) {
    return new Deduction(
        Demand.consignmentLine(line.id()),
        line.places().stream()
            .map(
                s ->
                    new Place(
                        consignment.warehouse(), s.location(), line.sku(), s.batch(), s.qty()))
            .toList());
  }
}
