package dev.ordo.finance;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.inventory.Stock;
import dev.ordo.shared.Ids;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what consignments cost us, from the modules that know: stock, bench and shipping. */
@Component
class OutboundCosts {
  private static final String CAUSE = "CONSIGNMENT";

  /**
   * Cost of one consignment, book currency.
   *
   * @param unitCosts by article, as booked when the units left, else the average of now
   */
  record Cost(Map<String, BigDecimal> unitCosts, BigDecimal freight, BigDecimal packing) {}

  private final Stock stock;

  OutboundCosts(Stock stock) {
    this.stock = stock;
  }

  /** An entry for each of the consignments. */
  Map<Long, Cost> of(Collection<Consignment> consignments) {
    List<String> numbers = consignments.stream().map(c -> Ids.text(c.id())).toList();
    Map<String, Map<String, BigDecimal>> booked = stock.issued(CAUSE, numbers);
    Map<String, BigDecimal> average =
        stock.averageCosts(
            consignments.stream()
                .flatMap(c -> c.lines().stream())
                .map(Consignment.Line::sku)
                .distinct()
                .toList());
    Map<Long, Cost> costs = new HashMap<>();
    for (Consignment consignment : consignments) {
      Map<String, BigDecimal> own = booked.getOrDefault(Ids.text(consignment.id()), Map.of());
      costs.put(
          consignment.id(),
          new Cost(Accruals.merged(average, own), BigDecimal.ZERO, BigDecimal.ZERO));
    }
    return costs;
  }
}
