package dev.ordo.shipping;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.site.WarehouseSettings.WaybillAt;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells carriers of parcels before they are picked, in warehouses that want their labels that
 * early; the waybill stage does the rest.
 */
@Component
class EarlyWaybills {
  private static final int BATCH = 200;

  private final ParcelRows rows;
  private final Parcels parcels;
  private final Consignments consignments;
  private final Sites sites;

  EarlyWaybills(ParcelRows rows, Parcels parcels, Consignments consignments, Sites sites) {
    this.rows = rows;
    this.parcels = parcels;
    this.consignments = consignments;
    this.sites = sites;
  }

  @Scheduled(fixedDelay = 5_000, initialDelay = 10_000)
  @Transactional
  void look() {
    List<String> early =
        sites.warehouses().stream()
            .filter(w -> w.settings().waybillAt() == WaybillAt.ALLOCATED)
            .map(Warehouse::code)
            .toList();
    if (!early.isEmpty()) {
      List<Consignment> waiting =
          consignments.lock(rows.unannounced(early, BATCH)).stream()
              .filter(c -> c.status() == ConsignmentStatus.ALLOCATED)
              .toList();
      parcels.announce(waiting);
    }
  }
}
