package dev.ordo.site;

import dev.ordo.shared.Refusal.Fault;
import java.util.List;

/**
 * A whole floor as somebody wants it: the warehouse with its layout, and all its slots.
 *
 * @param gapsMeant whether aisles without slots between others are meant
 * @param faults what was wrong when it was read; a plan with faults is never applied
 */
public record FloorPlan(
    Warehouse warehouse, List<SlotDraft> slots, boolean gapsMeant, List<Fault> faults) {
  public FloorPlan {
    slots = List.copyOf(slots);
    faults = List.copyOf(faults);
  }
}
