package dev.ordo.site;

import dev.ordo.shared.Checks;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes locations of slots as they were written.
 *
 * @param layout finds cells by coordinates; empty while it is not known
 */
record SlotReading(String warehouse, Optional<Layout> layout) {
  /** Metres beside the centre line that still count as on it. */
  private static final double CENTRE = 0.05;

  private record Cell(int aisle, int block, int cell) {}

  /** The location, or nothing if a value is wrong: then the checks know why. */
  Optional<Location> location(SlotDraft draft, Checks checks) {
    int before = checks.count();
    String code = checks.code(draft.at() + " code", blankAsNull(draft.code()), 30);
    String zone =
        isBlank(draft.zone()) ? "AMBIENT" : checks.code(draft.at() + " zone", draft.zone(), 20);
    String side =
        isBlank(draft.side()) ? side(draft) : checks.code(draft.at() + " side", draft.side(), 4);
    Optional<Cell> cell = cell(draft, checks);
    return checks.count() > before
        ? Optional.empty()
        : cell.map(c -> new Location(warehouse, code, c.aisle, c.block, c.cell, side, zone));
  }

  private Optional<Cell> cell(SlotDraft draft, Checks checks) {
    boolean placed =
        Stream.of(draft.aisle(), draft.block(), draft.cell()).anyMatch(v -> !isBlank(v));
    boolean measured = !isBlank(draft.x()) || !isBlank(draft.y());
    Graph graph = layout.map(Layout::graph).orElse(null);
    if (!placed && graph != null) {
      return named(draft, graph, checks);
    }
    if (!placed && !measured) {
      return checks.fault(
          draft.at() + " aisle", "", "Give aisle, block and cell, or x and y.", Optional.empty());
    }
    Optional<Cell> written =
        placed
            ? Optional.of(
                new Cell(
                    number(draft, "aisle", draft.aisle(), 499, checks),
                    number(draft, "block", draft.block(), Layout.MOST_BLOCKS - 1, checks),
                    number(draft, "cell", draft.cell(), 19_999, checks)))
            : Optional.empty();
    Optional<Cell> found = measured ? measured(draft, checks) : Optional.empty();
    if (written.isPresent() && found.isPresent() && !written.equals(found)) {
      Cell f = found.get();
      checks.fault(
          draft.at() + " x",
          draft.x() + ", " + draft.y(),
          "Mend x and y or the cell: they lie in [%d.%d.%d].".formatted(f.aisle, f.block, f.cell),
          "");
    }
    return written.or(() -> found);
  }

  /** On a free floor a location that names no cell is the slot that bears its code. */
  private static Optional<Cell> named(SlotDraft draft, Graph graph, Checks checks) {
    Integer number = graph.slotNumbers().get(Objects.requireNonNullElse(draft.code(), ""));
    return number == null
        ? checks.fault(
            draft.at() + " code",
            draft.code(),
            "Name a slot of the warehouse's graph.",
            Optional.empty())
        : Optional.of(new Cell(0, 0, number));
  }

  /** The cell that is nearest to the coordinates, at most half a cell away. */
  private Optional<Cell> measured(SlotDraft draft, Checks checks) {
    double x = metres(draft, "x", draft.x(), checks);
    double y = metres(draft, "y", draft.y(), checks);
    if (layout.isEmpty() || x < 0 || y < 0) {
      return Optional.empty();
    }
    Layout floor = layout.get();
    if (floor.graph() != null) {
      String remedy = "Leave x and y out: the floor is a graph.";
      return checks.fault(draft.at() + " x", draft.x(), remedy, Optional.empty());
    }
    int aisle = (int) Math.round(x / floor.aisleToAisle());
    for (int block = 0; block < floor.blocks(); block++) {
      double along = y - floor.crossAisleAt(block) - floor.frontCrossAisleToFirstCell();
      int cell = (int) Math.round(along / floor.cellToCell());
      if (floor.has(aisle, block, cell)) {
        return Optional.of(new Cell(aisle, block, cell));
      }
    }
    return checks.fault(
        draft.at() + " x",
        draft.x() + ", " + draft.y(),
        "No cell of the layout is there: mend x and y, or give aisle, block and cell.",
        Optional.empty());
  }

  private static int number(
      SlotDraft draft, String column, @Nullable String value, int most, Checks checks) {
    String field = draft.at() + " " + column;
    try {
      return checks.number(
          field, Integer.valueOf(Objects.requireNonNullElse(value, "").strip()), 0, most);
    } catch (NumberFormatException e) {
      return checks.fault(field, value, "Give a whole number from 0 to " + most + ".", 0);
    }
  }

  private static double metres(
      SlotDraft draft, String column, @Nullable String value, Checks checks) {
    String field = draft.at() + " " + column;
    try {
      double metres = Double.parseDouble(Objects.requireNonNullElse(value, "").strip());
      return metres >= 0 && metres <= 10_000
          ? metres
          : checks.fault(field, value, "Give metres from 0 to 10000.", -1.0);
    } catch (NumberFormatException e) {
      return checks.fault(field, value, "Give metres from 0 to 10000.", -1.0);
    }
  }

  /** Left of the centre line or right of it, where coordinates tell. */
  private String side(SlotDraft draft) {
    try {
      double x = Double.parseDouble(Objects.requireNonNullElse(draft.x(), "").strip());
      double pitch = layout.map(Layout::aisleToAisle).orElse(1.0);
      return x - Math.round(x / pitch) * pitch > CENTRE ? "R" : "L";
    } catch (NumberFormatException e) {
      return "L";
    }
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  private static @Nullable String blankAsNull(@Nullable String value) {
    return isBlank(value) ? null : value;
  }
}
