package dev.ordo.site;

import dev.ordo.shared.Checks;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets up or rebuilds a whole floor at once: layout and slots together, or nothing of them. */
@Component
public class FloorPlans {
  /** Slots of one warehouse. */
  public static final int MOST = 20_000;

  private static final int SHOWN = 200;

  private final Sites sites;
  private final SiteRows rows;
  private final SlotStock stock;

  FloorPlans(Sites sites, SiteRows rows, @Nullable SlotStock stock) {
    this.sites = sites;
    this.rows = rows;
    this.stock = stock == null ? (warehouse, codes) -> Map.of() : stock;
  }

  private record Checked(FloorChange change, List<Location> gone, List<Location> written) {}

  /** What the plan would change; refused with all its faults if it has any. */
  public FloorChange preview(FloorPlan plan) {
    return checked(plan).change;
  }

  /** Makes the floor what the plan says. */
  @Transactional
  public FloorChange apply(FloorPlan plan) {
    Checked checked = checked(plan);
    rows.putWarehouses(List.of(plan.warehouse()));
    rows.replaceLocations(checked.gone, checked.written);
    return checked.change;
  }

  /** The slots of the plan, refused if they do not make a floor; what is there does not matter. */
  public List<Location> slots(FloorPlan plan) {
    Checks checks = new Checks();
    List<Location> slots = new FloorChecks(plan, checks).slots();
    refuse(plan, checks);
    return slots;
  }

  private Checked checked(FloorPlan plan) {
    Checks checks = new Checks();
    List<Location> wanted = new FloorChecks(plan, checks).slots();
    String code = plan.warehouse().code();
    List<Location> present = sites.locations(code);
    Set<String> codes = plan.slots().stream().map(SlotDraft::code).collect(Collectors.toSet());
    List<Location> removed = present.stream().filter(l -> !codes.contains(l.code())).toList();
    holdGoods(code, removed, checks);
    refuse(plan, checks);
    return checked(sites.find(code), plan.warehouse(), present, wanted, removed);
  }

  private void holdGoods(String warehouse, List<Location> removed, Checks checks) {
    if (removed.isEmpty()) {
      return;
    }
    Map<String, Integer> units =
        stock.units(warehouse, removed.stream().map(Location::code).toList());
    new TreeMap<>(units)
        .forEach(
            (code, count) ->
                checks.fault(
                    "slot " + code,
                    count + " units",
                    "Goods lie in this slot: move them first, or keep it.",
                    code));
  }

  private static void refuse(FloorPlan plan, Checks checks) {
    List<Fault> faults = new ArrayList<>(plan.faults());
    faults.addAll(checks.faults());
    if (plan.slots().size() > MOST) {
      faults.add(new Fault("slots", "" + plan.slots().size(), "Give at most " + MOST + " slots."));
    }
    if (faults.size() > SHOWN) {
      int more = faults.size() - SHOWN;
      faults = new ArrayList<>(faults.subList(0, SHOWN));
      faults.add(new Fault("more", "" + more, "Mend these first."));
    }
    if (!faults.isEmpty()) {
      throw new Refusal(faults);
    }
  }

  private static Checked checked(
      Optional<Warehouse> known,
      Warehouse warehouse,
      List<Location> present,
      List<Location> wanted,
      List<Location> removed) {
    Map<String, Location> before =
        present.stream().collect(Collectors.toMap(Location::code, Function.identity()));
    List<Location> written = wanted.stream().filter(l -> !l.equals(before.get(l.code()))).toList();
    List<Location> replaced =
        written.stream().flatMap(l -> Optional.ofNullable(before.get(l.code())).stream()).toList();
    List<Location> gone = new ArrayList<>(removed);
    gone.addAll(replaced);
    Set<String> places = replaced.stream().map(FloorPlans::place).collect(Collectors.toSet());
    Set<String> zones = replaced.stream().map(FloorPlans::zoned).collect(Collectors.toSet());
    List<Location> changed = written.stream().filter(l -> before.containsKey(l.code())).toList();
    return new Checked(
        new FloorChange(
            known.isEmpty(),
            known.filter(w -> w.layout().equals(warehouse.layout())).isEmpty(),
            codes(written.stream().filter(l -> !before.containsKey(l.code())).toList()),
            codes(changed.stream().filter(l -> !places.contains(place(l))).toList()),
            codes(changed.stream().filter(l -> !zones.contains(zoned(l))).toList()),
            codes(removed),
            wanted.size() - written.size()),
        gone,
        written);
  }

  private static String place(Location location) {
    return location.code() + " " + location.slot();
  }

  private static String zoned(Location location) {
    return location.code() + " " + location.zone();
  }

  private static List<String> codes(List<Location> locations) {
    return List.copyOf(
        locations.stream().map(Location::code).collect(Collectors.toCollection(TreeSet::new)));
  }
}
