package dev.ordo.finance;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.inventory.Stock;
import dev.ordo.shared.Ids;
import dev.ordo.shipping.Parcel;
import dev.ordo.shipping.Parcels;
import dev.ordo.shipping.WaybillStatus;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what consignments cost us, from the modules that know: stock and shipping. */
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
  private final Parcels parcels;

  OutboundCosts(Stock stock, Parcels parcels) {
    this.stock = stock;
    this.parcels = parcels;
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
    Map<Long, List<Parcel>> boxes =
        parcels.ofConsignments(consignments.stream().map(Consignment::id).toList()).stream()
            .filter(parcel -> parcel.status() != WaybillStatus.VOIDED)
            .collect(Collectors.groupingBy(Parcel::consignmentId));
    Map<Long, Cost> costs = new HashMap<>();
    for (Consignment consignment : consignments) {
      Map<String, BigDecimal> own = booked.getOrDefault(Ids.text(consignment.id()), Map.of());
      List<Parcel> sent = boxes.getOrDefault(consignment.id(), List.of());
      costs.put(consignment.id(), cost(Accruals.merged(average, own), sent));
    }
    return costs;
  }

  private static Cost cost(Map<String, BigDecimal> unitCosts, List<Parcel> sent) {
    BigDecimal freight = BigDecimal.ZERO;
    BigDecimal packing = BigDecimal.ZERO;
    for (Parcel parcel : sent) {
      freight = freight.add(parcel.freight());
      packing = packing.add(parcel.packed().cartonCost()).add(parcel.packed().fillerCost());
    }
    return new Cost(unitCosts, freight, packing);
  }
}
