package dev.ordo.shipping;

import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.Carriers;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.shared.BusinessClock;
import dev.ordo.site.Sites;
import dev.ordo.site.WarehouseSettings.DeductAt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Parcels that carriers were told of before they were packed: the bench makes them real. */
@Component
class EarlyParcels {
  private final ParcelRows rows;
  private final Carriers carriers;
  private final Sites sites;
  private final Departures departures;
  private final StockLeaving leaving;
  private final BusinessClock clock;

  EarlyParcels(
      ParcelRows rows,
      Carriers carriers,
      Sites sites,
      Departures departures,
      StockLeaving leaving,
      BusinessClock clock) {
    this.rows = rows;
    this.carriers = carriers;
    this.sites = sites;
    this.departures = departures;
    this.leaving = leaving;
    this.clock = clock;
  }

  /** The first box takes the waybill; freight and collection follow its measured weight. */
  void packed(Consignment consignment, Parcel box) {
    if (!rows.packed(box)) {
      return;
    }
    List<Parcel> all = rows.ofConsignmentsForUpdate(List.of(consignment.id()));
    Parcel first = all.getFirst();
    if (first.status().isLive()) {
      Instant now = clock.now();
      Carrier carrier = carriers.carrier(first.carrier());
      rows.freight(first.id(), freight(consignment, first));
      rows.delay(
          List.of(first.id()),
          departures.next(carrier, sites.warehouse(first.warehouse()).zone(), now));
    }
    if (all.stream().allMatch(p -> p.status().isLive())) {
      leaving.at(DeductAt.WAYBILL, List.of(consignment));
    }
  }

  private BigDecimal freight(Consignment consignment, Parcel parcel) {
    Carriers.Load load =
        new Carriers.Load(
            parcel.carrier(),
            consignment.warehouse(),
            consignment.receiver().provinceCode(),
            parcel.weightG(),
            parcel.packed().volumeMm3());
    return carriers.freights(List.of(load)).getOrDefault(load, parcel.freight());
  }
}
