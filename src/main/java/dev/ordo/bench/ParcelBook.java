package dev.ordo.bench;

import dev.ordo.fulfilment.Consignment;
import java.util.List;

/** Takes packed and weighed boxes over as parcels that want waybills. */
interface ParcelBook {
  void packed(Consignment consignment, List<PackingRows.Packed> boxes);
}
