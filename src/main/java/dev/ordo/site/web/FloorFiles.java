package dev.ordo.site.web;

import dev.ordo.shared.Checks;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import dev.ordo.site.SlotDraft;
import dev.ordo.site.web.WarehouseRequest.DepotRequest;
import dev.ordo.site.web.WarehouseRequest.LayoutRequest;
import dev.ordo.site.web.WarehouseRequest.LinkRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads layout and slots out of CSV and XLSX files; which sheet is which, its headings tell. */
final class FloorFiles {
  static final List<String> SLOT =
      List.of("code", "aisle", "block", "cell", "side", "zone", "x", "y");
  static final List<String> LAYOUT =
      List.of(
          "aisles",
          "cellsPerBlock",
          "aisleToAisle",
          "cellToCell",
          "frontCrossAisleToFirstCell",
          "lastCellToBackCrossAisle",
          "depotCrossAisle",
          "depotLinks");

  private static final Pattern GAP = Pattern.compile("[\\s,;]+");

  /** A file as it was sent. */
  record Sent(String name, byte[] content) {}

  private final Checks checks = new Checks();
  private final List<SlotDraft> slots = new ArrayList<>();
  private boolean slotsSent;
  private @Nullable LayoutRequest layout;
  private Map<String, Integer> layoutRows = Map.of();

  /** Reads all files; what cannot be read is among the faults. */
  static FloorFiles read(List<Sent> files) {
    FloorFiles read = new FloorFiles();
    for (Sent file : files) {
      try {
        FloorGrid.of(file.name, file.content).forEach(read::take);
      } catch (Refusal refusal) {
        refusal.faults().forEach(f -> read.checks.fault(f.field(), f.value(), f.remedy(), ""));
      }
    }
    return read;
  }

  @Nullable LayoutRequest layout() {
    return layout;
  }

  /** The slots, or nothing if no file spoke of slots. */
  @Nullable List<SlotDraft> slots() {
    return slotsSent ? slots : null;
  }

  List<Fault> faults() {
    return checks.faults();
  }

  /** Where in the file a layout value stands, in words. */
  Fault placed(Fault fault) {
    String setting =
        fault.field().replaceFirst("^layout\\.", "").replaceFirst("^depot\\.links.*", "depotLinks");
    setting = setting.equals("depot.crossAisle") ? "depotCrossAisle" : setting;
    setting = setting.equals("depot") ? "depotLinks" : setting;
    Integer row = layoutRows.get(setting);
    return row == null
        ? fault
        : new Fault("layout row " + row + " " + setting, fault.value(), fault.remedy());
  }

  private void take(FloorGrid grid) {
    if (grid.headings().contains("code")) {
      known(grid, Set.copyOf(SLOT));
      slotsSent = true;
      if (grid.lines().isEmpty()) {
        checks.fault(grid.name() + " row 2", "", "Give a row for each slot: there is none.", "");
      }
      grid.lines().forEach(line -> slots.add(slot(line)));
    } else if (grid.headings().contains("setting")) {
      known(grid, Set.of("setting", "value", "meaning"));
      layout(grid);
    } else {
      checks.fault(
          grid.name() + " row 1",
          String.join(", ", grid.headings()),
          "Head slots with code, aisle, block, cell, side, zone; the layout with setting, value.",
          "");
    }
  }

  private void known(FloorGrid grid, Set<String> known) {
    Set<String> found = new TreeSet<>(grid.headings());
    grid.lines().forEach(line -> found.addAll(line.values().keySet()));
    found.removeAll(known);
    found.remove("");
    for (String column : found) {
      checks.fault(
          grid.name() + " row 1", column, "There is no such column: rename or remove it.", "");
    }
    known.stream()
        .filter(column -> Collections.frequency(grid.headings(), column) > 1)
        .sorted()
        .forEach(column -> checks.fault(grid.name() + " row 1", column, "Give it once.", ""));
  }

  private static SlotDraft slot(FloorGrid.Line line) {
    Function<String, @Nullable String> at = line.values()::get;
    return new SlotDraft(
        "row " + line.row(),
        at.apply("code"),
        at.apply("aisle"),
        at.apply("block"),
        at.apply("cell"),
        at.apply("side"),
        at.apply("zone"),
        at.apply("x"),
        at.apply("y"));
  }

  private void layout(FloorGrid grid) {
    Map<String, String> values = new HashMap<>();
    Map<String, Integer> rows = new HashMap<>();
    for (FloorGrid.Line line : grid.lines()) {
      String setting = line.values().getOrDefault("setting", "");
      String field = "layout row " + line.row();
      if (!LAYOUT.contains(setting)) {
        checks.fault(
            field + " setting", setting, "Name one of [" + String.join(", ", LAYOUT) + "].", "");
      } else if (rows.putIfAbsent(setting, line.row()) != null) {
        checks.fault(field + " setting", setting, "Give each setting once.", "");
      } else {
        values.put(setting, line.values().getOrDefault("value", ""));
      }
    }
    layoutRows = rows;
    layout =
        new LayoutRequest(
            whole("aisles", values),
            cells(values),
            metres("aisleToAisle", values),
            metres("cellToCell", values),
            metres("frontCrossAisleToFirstCell", values),
            metres("lastCellToBackCrossAisle", values),
            new DepotRequest(whole("depotCrossAisle", values), links(values)),
            null);
  }

  private @Nullable Integer whole(String setting, Map<String, String> values) {
    return number(setting, values.get(setting), Integer::valueOf, "Give a whole number.");
  }

  private @Nullable Double metres(String setting, Map<String, String> values) {
    return number(setting, values.get(setting), Double::valueOf, "Give metres.");
  }

  private List<@Nullable Integer> cells(Map<String, String> values) {
    List<@Nullable Integer> cells = new ArrayList<>();
    for (String part : parts(values.get("cellsPerBlock"))) {
      cells.add(
          number("cellsPerBlock", part, Integer::valueOf, "Give cells per block such as 20 20."));
    }
    return cells;
  }

  private List<@Nullable LinkRequest> links(Map<String, String> values) {
    String remedy = "Give aisle:metres such as 0:2.5.";
    List<@Nullable LinkRequest> links = new ArrayList<>();
    for (String part : parts(values.get("depotLinks"))) {
      String[] pair = part.split(":", -1);
      if (pair.length == 2) {
        links.add(
            new LinkRequest(
                number("depotLinks", pair[0], Integer::valueOf, remedy),
                number("depotLinks", pair[1], Double::valueOf, remedy)));
      } else {
        checks.fault(row("depotLinks"), part, remedy, "");
      }
    }
    return links;
  }

  private static List<String> parts(@Nullable String text) {
    return text == null || text.isBlank() ? List.of() : List.of(GAP.split(text.strip()));
  }

  private <T> @Nullable T number(
      String setting, @Nullable String text, Function<String, T> read, String remedy) {
    if (text == null) {
      return null;
    }
    try {
      return read.apply(text);
    } catch (NumberFormatException e) {
      checks.fault(row(setting), text, remedy, "");
      return null;
    }
  }

  private String row(String setting) {
    return "layout row " + layoutRows.get(setting) + " " + setting;
  }
}
