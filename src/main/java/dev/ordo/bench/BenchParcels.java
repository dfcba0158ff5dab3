package dev.ordo.bench;

import dev.ordo.catalog.Carton;
import dev.ordo.catalog.Catalog;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.shipping.PackedParcel;
import dev.ordo.shipping.Parcels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hands weighed boxes on to shipping, which gets their waybills. */
@Component
class BenchParcels implements ParcelBook {
  private final Parcels parcels;
  private final Catalog catalog;

  BenchParcels(Parcels parcels, Catalog catalog) {
    this.parcels = parcels;
    this.catalog = catalog;
  }

  @Override
  public void packed(Consignment consignment, List<PackingRows.Packed> boxes) {
    Map<String, Long> volumeOf =
        catalog.cartons().stream().collect(Collectors.toMap(Carton::code, Carton::volumeMm3));
    long bare = consignment.volumeMm3() / Math.max(1, boxes.size());
    parcels.packed(
        consignment.id(),
        boxes.stream().map(b -> parcel(b, volumeOf.getOrDefault(b.box().carton(), bare))).toList(),
        boxes.isEmpty() ? "system" : boxes.getFirst().packedBy());
  }

  private static PackedParcel parcel(PackingRows.Packed packed, long volumeMm3) {
    return new PackedParcel(
        packed.box().carton(),
        packed.box().filler(),
        packed.box().cartonCost(),
        packed.box().fillerCost(),
        Objects.requireNonNull(packed.weightG(), "Boxes are weighed before they are handed on."),
        volumeMm3);
  }
}
