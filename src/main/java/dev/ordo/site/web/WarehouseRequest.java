package dev.ordo.site.web;

import dev.ordo.shared.Checks;
import dev.ordo.site.GraphSketch;
import dev.ordo.site.Layout;
import dev.ordo.site.TopUp;
import dev.ordo.site.Walking;
import dev.ordo.site.Warehouse;
import dev.ordo.site.WarehouseSettings;
import dev.ordo.site.WarehouseSettings.DeductAt;
import dev.ordo.site.WarehouseSettings.WaybillAt;
import dev.ordo.site.WaveSplit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A warehouse as it is sent; everything may be missing until it was checked. */
record WarehouseRequest(
    @Nullable String code,
    @Nullable String name,
    @Nullable String zone,
    @Nullable String provinceCode,
    @Nullable String cityCode,
    @Nullable String address,
    @Nullable Integer priority,
    @Nullable LayoutRequest layout,
    @Nullable SettingsRequest settings) {

  record LayoutRequest(
      @Nullable Integer aisles,
      @Nullable List<@Nullable Integer> cellsPerBlock,
      @Nullable Double aisleToAisle,
      @Nullable Double cellToCell,
      @Nullable Double frontCrossAisleToFirstCell,
      @Nullable Double lastCellToBackCrossAisle,
      @Nullable DepotRequest depot,
      @Nullable GraphSketch graph) {
    Layout checked(String at, Checks checks) {
      return graph == null
          ? rectangle(at, checks)
          : Layout.of(graph.checked(at + ".graph", checks));
    }

    private Layout rectangle(String at, Checks checks) {
      int count = checks.number(at + ".aisles", aisles, 1, 500);
      List<Integer> cells = cells(at + ".cellsPerBlock", cellsPerBlock, checks);
      return new Layout(
          count,
          cells,
          checks.metres(at + ".aisleToAisle", aisleToAisle, 0.1),
          checks.metres(at + ".cellToCell", cellToCell, 0.01),
          checks.metres(at + ".frontCrossAisleToFirstCell", frontCrossAisleToFirstCell, 0),
          checks.metres(at + ".lastCellToBackCrossAisle", lastCellToBackCrossAisle, 0),
          depot(at + ".depot", depot, count, cells.size(), checks));
    }

    private static List<Integer> cells(
        String field, @Nullable List<@Nullable Integer> given, Checks checks) {
      if (given == null || given.isEmpty() || given.size() > Layout.MOST_BLOCKS) {
        String remedy = "Give the cells of 1 to %d blocks.".formatted(Layout.MOST_BLOCKS);
        return checks.fault(field, given, remedy, List.of());
      }
      List<Integer> cells = new ArrayList<>();
      for (Integer count : given) {
        cells.add(checks.number(field, count, 1, 500));
      }
      return cells;
    }

    private static Layout.Depot depot(
        String at, @Nullable DepotRequest depot, int aisles, int blocks, Checks checks) {
      if (depot == null || depot.links == null || depot.links.isEmpty()) {
        return checks.fault(
            at, depot, "Join the depot to at least one aisle.", new Layout.Depot(0, List.of()));
      }
      List<Layout.Link> links = new ArrayList<>();
      for (LinkRequest link : depot.links) {
        LinkRequest l = link == null ? new LinkRequest(null, null) : link;
        links.add(
            new Layout.Link(
                checks.number(at + ".links.aisle", l.aisle, 0, aisles - 1),
                checks.metres(at + ".links.distance", l.distance, 0)));
      }
      return new Layout.Depot(
          checks.number(at + ".crossAisle", depot.crossAisle, 0, blocks), links);
    }
  }

  record DepotRequest(@Nullable Integer crossAisle, @Nullable List<@Nullable LinkRequest> links) {}

  record LinkRequest(@Nullable Integer aisle, @Nullable Double distance) {}

  record SettingsRequest(
      @Nullable Integer waveWindowMinutes,
      @Nullable Integer waveCount,
      @Nullable WaybillAt waybillAt,
      @Nullable DeductAt deductAt,
      @Nullable Walking walking,
      @Nullable WaveSplit split,
      @Nullable Integer wallSlots,
      @Nullable TopUp topUp) {}

  Warehouse checked(String at, Checks checks) {
    return new Warehouse(
        checks.code(at + ".code", code, 20),
        checks.text(at + ".name", name, 100),
        zone(at, checks),
        digits(at + ".provinceCode", provinceCode, 2, checks),
        digits(at + ".cityCode", cityCode, 4, checks),
        checks.text(at + ".address", address, 300),
        priority == null ? 0 : checks.number(at + ".priority", priority, 0, 1000),
        layout(at + ".layout", checks),
        settings(at + ".settings", checks));
  }

  private ZoneId zone(String at, Checks checks) {
    try {
      return ZoneId.of(zone == null ? "" : zone);
    } catch (DateTimeException e) {
      return checks.fault(
          at + ".zone", zone, "Give a time zone such as Asia/Shanghai.", ZoneId.of("UTC"));
    }
  }

  private static String digits(String field, @Nullable String value, int count, Checks checks) {
    return value != null && value.matches("[0-9]{" + count + "}")
        ? value
        : checks.fault(field, value, "Give the division code of " + count + " digits.", "");
  }

  private Layout layout(String at, Checks checks) {
    return (layout == null
            ? new LayoutRequest(null, null, null, null, null, null, null, null)
            : layout)
        .checked(at, checks);
  }

  private Walking walking(String field, Walking walking, Checks checks) {
    boolean shortestOnly =
        layout != null
            && (layout.graph != null
                || (layout.cellsPerBlock != null
                    && layout.cellsPerBlock.size() > Layout.EXACT_BLOCKS));
    return shortestOnly && walking == Walking.THROUGH
        ? checks.fault(
            field,
            walking,
            "A free floor, or one of more than %d blocks, is walked by the shortest way: SHORTEST."
                .formatted(Layout.EXACT_BLOCKS),
            walking)
        : walking;
  }

  private WarehouseSettings settings(String at, Checks checks) {
    WarehouseSettings d = WarehouseSettings.DEFAULT;
    SettingsRequest s =
        settings == null
            ? new SettingsRequest(null, null, null, null, null, null, null, null)
            : settings;
    int minutes =
        s.waveWindowMinutes == null ? (int) d.waveWindow().toMinutes() : s.waveWindowMinutes;
    int count = s.waveCount == null ? d.waveCount() : s.waveCount;
    return new WarehouseSettings(
        Duration.ofMinutes(checks.number(at + ".waveWindowMinutes", minutes, 1, 1440)),
        checks.number(at + ".waveCount", count, 1, 2000),
        s.waybillAt == null ? d.waybillAt() : s.waybillAt,
        s.deductAt == null ? d.deductAt() : s.deductAt,
        walking(at + ".walking", s.walking == null ? d.walking() : s.walking, checks),
        s.split == null ? d.split() : s.split,
        s.wallSlots == null
            ? d.wallSlots()
            : checks.number(at + ".wallSlots", s.wallSlots, 0, 2000),
        s.topUp == null ? d.topUp() : s.topUp);
  }
}
