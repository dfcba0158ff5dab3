package dev.ordo.site.web;

import dev.ordo.access.People;
import dev.ordo.shared.Checks;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import dev.ordo.site.FloorChange;
import dev.ordo.site.FloorPlan;
import dev.ordo.site.FloorPlans;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import dev.ordo.site.Sites;
import dev.ordo.site.SlotDraft;
import dev.ordo.site.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes floor plans of what people send: files for a warehouse that is there, or the editor's. */
@Component
class FloorRequests {
  private final Sites sites;
  private final FloorPlans floors;
  private final People people;

  FloorRequests(Sites sites, FloorPlans floors, People people) {
    this.sites = sites;
    this.floors = floors;
    this.people = people;
  }

  /**
   * A floor as the editor sends it.
   *
   * @param fresh whether the warehouse is meant to be new
   */
  record Edited(
      @Nullable WarehouseRequest warehouse,
      @Nullable List<@Nullable SlotDraft> slots,
      @Nullable Boolean gapsMeant,
      @Nullable Boolean fresh) {}

  /** What the files leave out stays as it is. */
  FloorPlan of(String warehouse, List<FloorFiles.Sent> files, boolean gapsMeant) {
    return of(
        sites.warehouse(warehouse),
        FloorFiles.read(files),
        () -> sites.locations(warehouse).stream().map(SlotDraft::of).toList(),
        gapsMeant);
  }

  /** The floor of a warehouse with what was read out of files. */
  static FloorPlan of(
      Warehouse present, FloorFiles read, Supplier<List<SlotDraft>> slots, boolean gapsMeant) {
    List<Fault> faults = new ArrayList<>(read.faults());
    Layout layout = present.layout();
    if (read.layout() != null) {
      Checks checks = new Checks();
      layout = read.layout().checked("layout", checks);
      if (faults.isEmpty()) {
        checks.faults().stream().map(read::placed).forEach(faults::add);
      }
    }
    return new FloorPlan(
        with(present, layout),
        Objects.requireNonNullElseGet(read.slots(), slots),
        gapsMeant,
        faults);
  }

  FloorChange apply(FloorPlan plan) {
    FloorChange change = floors.apply(plan);
    people.did(
        "FLOOR_PLANNED",
        "WAREHOUSE",
        0,
        "%s: +%d -%d"
            .formatted(plan.warehouse().code(), change.added().size(), change.removed().size()));
    return change;
  }

  FloorPlan of(Edited edited) {
    WarehouseRequest request = edited.warehouse();
    if (request == null || edited.slots() == null) {
      throw new Refusal("warehouse", "null", "Send warehouse and slots.");
    }
    Checks checks = new Checks();
    Warehouse warehouse = request.checked("warehouse", checks);
    if (Boolean.TRUE.equals(edited.fresh()) && sites.find(warehouse.code()).isPresent()) {
      checks.fault("warehouse.code", warehouse.code(), "This code is taken: give another one.", "");
    }
    return new FloorPlan(
        warehouse,
        edited.slots().stream().filter(Objects::nonNull).toList(),
        Boolean.TRUE.equals(edited.gapsMeant()),
        checks.faults());
  }

  FloorSheets sheets(String warehouse) {
    Warehouse present = sites.warehouse(warehouse);
    List<Location> locations = sites.locations(warehouse);
    return new FloorSheets(present.layout(), locations);
  }

  private static Warehouse with(Warehouse w, Layout layout) {
    return new Warehouse(
        w.code(),
        w.name(),
        w.zone(),
        w.provinceCode(),
        w.cityCode(),
        w.address(),
        w.priority(),
        layout,
        w.settings());
  }
}
