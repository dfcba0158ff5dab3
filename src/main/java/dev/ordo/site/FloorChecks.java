package dev.ordo.site;

import dev.ordo.shared.Checks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the slots of a floor plan and finds everything wrong with them at once. */
final class FloorChecks {
  private final FloorPlan plan;
  private final Layout layout;
  private final Checks checks;
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();

  FloorChecks(FloorPlan plan, Checks checks) {
    this.plan = plan;
    this.layout = plan.warehouse().layout();
    this.checks = checks;
  }

  /** The slots that could be read; what could not is among the faults. */
  List<Location> slots() {
    boolean known = plan.faults().isEmpty();
    SlotReading reading =
        new SlotReading(plan.warehouse().code(), known ? Optional.of(layout) : Optional.empty());
    List<Location> slots = new ArrayList<>();
    for (SlotDraft draft : plan.slots()) {
      reading
          .location(draft, checks)
          .ifPresent(
              location -> {
                slots.add(location);
                alone(draft, location);
                if (known) {
                  reachable(draft, location);
                }
              });
    }
    if (known && !plan.gapsMeant()) {
      gaps(slots);
    }
    return slots;
  }

  private void alone(SlotDraft draft, Location location) {
    String before = codes.putIfAbsent(location.code(), draft.at());
    if (before != null) {
      fault(
          draft,
          "code",
          location.code(),
          "Give each slot a code of its own; see [" + before + "].");
      return;
    }
    String other = places.putIfAbsent(location.slot(), location.code());
    if (other != null) {
      fault(draft, "cell", location.slot(), "This place is taken by [" + other + "].");
    }
  }

  private void reachable(SlotDraft draft, Location l) {
    if (layout.has(l.aisle(), l.block(), l.cell())) {
      return;
    }
    if (l.aisle() >= layout.aisles()) {
      outside(draft, "aisle", l.aisle(), layout.aisles());
    } else if (l.block() >= layout.blocks()) {
      outside(draft, "block", l.block(), layout.blocks());
    } else {
      outside(draft, "cell", l.cell(), layout.cellsPerBlock().get(l.block()));
    }
  }

  private void outside(SlotDraft draft, String column, int value, int count) {
    fault(
        draft,
        column,
        value,
        "Nobody can walk to it: the layout ends at "
            + (count - 1)
            + ". Enlarge the layout or mend the slot.");
  }

  /** An aisle without a slot between others is more often a lost row than a wall. */
  private void gaps(List<Location> slots) {
    TreeSet<Integer> used =
        slots.stream().map(Location::aisle).collect(Collectors.toCollection(TreeSet::new));
    if (!used.isEmpty()) {
      IntStream.range(used.first(), used.last())
          .filter(aisle -> !used.contains(aisle))
          .forEach(
              aisle ->
                  checks.fault(
                      "aisle " + aisle,
                      "no slots",
                      "Give this aisle slots, or say that gaps are meant.",
                      aisle));
    }
  }

  private void fault(SlotDraft draft, String column, Object value, String remedy) {
    checks.fault(draft.at() + " " + column, value, remedy, column);
  }
}
