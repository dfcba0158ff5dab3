package dev.ordo.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ordo.TestDatabases;
import dev.ordo.shared.Refusal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

class FloorPlansTests {
  private final Map<String, Integer> goods = new java.util.HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void aFloorIsSetUpChangedAndSaysWhatChanges(String kind) {
    Sites sites = sites(kind);
    FloorPlans floors = floors(kind, sites);
    List<SlotDraft> slots = List.of(slot("A", 0, 0), slot("B", 1, 0), slot("C", 2, 4));
    FloorChange built = floors.apply(plan(layout(3), slots));
    assertThat(built)
        .isEqualTo(
            new FloorChange(
                true, true, List.of("A", "B", "C"), List.of(), List.of(), List.of(), 0));

    FloorPlan next =
        plan(
            layout(4), List.of(slot("A", 1, 0), slot("B", 0, 0), cold("C", 2, 4), slot("D", 3, 1)));
    FloorChange seen = floors.preview(next);
    assertThat(seen)
        .isEqualTo(
            new FloorChange(
                false, true, List.of("D"), List.of("A", "B"), List.of("C"), List.of(), 0));
    assertThat(sites.locations("SH1")).hasSize(3);
    assertThat(floors.apply(next)).isEqualTo(seen);
    assertThat(sites.locations("SH1"))
        .extracting(l -> l.code() + " " + l.slot() + " " + l.zone())
        .containsExactlyInAnyOrder(
            "A 1.0.0.L AMBIENT", "B 0.0.0.L AMBIENT", "C 2.0.4.L COLD", "D 3.0.1.L AMBIENT");
    assertThat(floors.preview(next).unchanged()).isEqualTo(4);
  }

  @Test
  void everythingWrongIsNamedAtOnceAndNothingIsChanged() {
    Sites sites = sites("h2");
    FloorPlans floors = floors("h2", sites);
    floors.apply(
        plan(layout(6), List.of(slot("KEPT", 5, 0), slot("FULL", 4, 0), slot("GONE", 3, 0))));
    goods.put("FULL", 12);

    List<SlotDraft> slots =
        List.of(
            slot("KEPT", 0, 0),
            row(3, "KEPT", "0", "0", "1", "L"),
            row(4, "TWIN", "0", "0", "0", "L"),
            row(5, "NOWHERE", null, null, null, "L"),
            row(6, "MINUS", "-1", "0", "0", "L"),
            row(7, "FAR", "9", "0", "0", "L"),
            row(8, "DEEP", "1", "0", "77", "L"),
            row(9, "WORD", "1", "zero", "0", "L"),
            row(10, "lower", "1", "0", "3", "L"),
            slot("LAST", 4, 1));
    Refusal refusal = refused(floors, plan(layout(6), slots));

    assertThat(refusal.faults())
        .extracting(f -> f.field() + " (" + f.value() + ")")
        .containsExactlyInAnyOrder(
            "row 3 code (KEPT)",
            "row 4 cell (0.0.0.L)",
            "row 5 aisle ()",
            "row 6 aisle (-1)",
            "row 7 aisle (9)",
            "row 8 cell (77)",
            "row 9 block (zero)",
            "row 10 code (lower)",
            "aisle 2 (no slots)",
            "aisle 3 (no slots)",
            "aisle 5 (no slots)",
            "aisle 6 (no slots)",
            "aisle 7 (no slots)",
            "aisle 8 (no slots)",
            "slot FULL (12 units)");
    assertThat(sites.locations("SH1")).hasSize(3);
  }

  @Test
  void coordinatesFindTheCellAndMustAgreeWithIt() {
    Sites sites = sites("h2");
    FloorPlans floors = floors("h2", sites);
    SlotDraft right = measured(2, "R1", null, "5.3", "3.1");
    floors.apply(plan(layout(3), List.of(slot("A", 0, 0), right)));
    assertThat(sites.locations("SH1").getLast().slot()).isEqualTo("1.0.2.R");

    Refusal refusal =
        refused(
            floors,
            plan(
                layout(3),
                List.of(
                    measured(2, "NEG", null, "-3", "1"),
                    measured(3, "OFF", null, "50", "1"),
                    measured(4, "BOTH", "0", "5", "3"))));
    assertThat(refusal.faults())
        .extracting(f -> f.field() + " (" + f.value() + ")")
        .contains("row 2 x (-3)", "row 3 x (50, 1)", "row 4 x (5, 3)");
  }

  @Test
  void aGapThatIsMeantIsNoFault() {
    FloorPlans floors = floors("h2", sites("h2"));
    List<SlotDraft> slots = List.of(slot("A", 0, 0), slot("B", 2, 0));

    assertThat(refused(floors, plan(layout(3), slots)).getMessage()).contains("aisle 1 (no slots)");
    assertThat(floors.apply(new FloorPlan(warehouse(layout(3)), slots, true, List.of())).added())
        .hasSize(2);
  }

  @Test
  void aSmallerLayoutIsRefusedWhileSlotsLieOutsideIt() {
    Sites sites = sites("h2");
    floors("h2", sites)
        .apply(plan(layout(3), List.of(slot("A", 0, 0), slot("B", 1, 0), slot("C", 2, 0))));

    assertThat(
            catchThrowableOfType(
                Refusal.class, () -> sites.putWarehouses(List.of(warehouse(layout(2))))))
        .hasMessageContaining("C (2.0.0.L)");
    assertThat(sites.warehouse("SH1").layout().aisles()).isEqualTo(3);
  }

  @Test
  void aFreeFloorIsReadByNamesAndKeepsThemWhenItsGraphGrows() {
    Sites sites = sites("h2");
    FloorPlans floors = floors("h2", sites);
    sites.putWarehouses(List.of(warehouse(free("S1", "S2"))));
    floors.apply(plan(free("S1", "S2"), List.of(unplaced("S1"), unplaced("S2"))));
    assertThat(refused(floors, plan(free("S1", "S2"), List.of(unplaced("S9")))).getMessage())
        .contains("S9 code (S9)", "graph");

    sites.putWarehouses(List.of(warehouse(free("S0", "S2", "S1"))));
    assertThat(sites.locations("SH1"))
        .extracting(l -> l.code() + " " + l.cell())
        .containsExactlyInAnyOrder("S1 2", "S2 1");
    assertThat(
            catchThrowableOfType(
                Refusal.class, () -> sites.putWarehouses(List.of(warehouse(free("S0", "S1"))))))
        .hasMessageContaining("S2 (0.0.1.L)");
  }

  private static Layout free(String... slots) {
    return Layout.of(
        new Graph(
            "DOOR",
            List.of(new Graph.Node("DOOR", 0, 0), new Graph.Node("END", 10, 0)),
            List.of(new Graph.Edge("W", "DOOR", "END", 10, false)),
            java.util.stream.Stream.of(slots).map(s -> new Graph.Slot(s, null, "W", 3)).toList()));
  }

  private static SlotDraft unplaced(String code) {
    return new SlotDraft(code, code, null, null, null, null, null, null, null);
  }

  @Test
  void manyFaultsAreCutAndCounted() {
    FloorPlans floors = floors("h2", sites("h2"));
    List<SlotDraft> slots = new ArrayList<>();
    IntStream.range(0, 300).forEach(i -> slots.add(row(i + 2, "S" + i, "99", "0", "0", "L")));

    assertThat(refused(floors, plan(layout(3), slots)).faults())
        .hasSize(201)
        .last()
        .extracting(Refusal.Fault::field)
        .isEqualTo("more");
  }

  private static Refusal refused(FloorPlans floors, FloorPlan plan) {
    return catchThrowableOfType(Refusal.class, () -> floors.apply(plan));
  }

  private static FloorPlan plan(Layout layout, List<SlotDraft> slots) {
    return new FloorPlan(warehouse(layout), slots, false, List.of());
  }

  private static SlotDraft slot(String code, int aisle, int cell) {
    return new SlotDraft(code, code, "" + aisle, "0", "" + cell, "L", null, null, null);
  }

  private static SlotDraft cold(String code, int aisle, int cell) {
    return new SlotDraft(code, code, "" + aisle, "0", "" + cell, "L", "COLD", null, null);
  }

  private static SlotDraft row(
      int row,
      String code,
      @Nullable String aisle,
      @Nullable String block,
      @Nullable String cell,
      String side) {
    return new SlotDraft("row " + row, code, aisle, block, cell, side, null, null, null);
  }

  private static SlotDraft measured(
      int row, String code, @Nullable String aisle, String x, String y) {
    String zero = aisle == null ? null : "0";
    return new SlotDraft("row " + row, code, aisle, zero, zero, null, null, x, y);
  }

  private static Layout layout(int aisles) {
    return new Layout(
        aisles, List.of(5), 5, 1, 1, 2, new Layout.Depot(0, List.of(new Layout.Link(0, 0.5))));
  }

  private static Warehouse warehouse(Layout layout) {
    return new Warehouse(
        "SH1",
        "Main",
        ZoneId.of("Asia/Shanghai"),
        "31",
        "3101",
        "1 Dock Road",
        1,
        layout,
        WarehouseSettings.DEFAULT);
  }

  private @Nullable SiteRows rows;

  private Sites sites(String kind) {
    DataSource source = kind.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres();
    rows = new SiteRows(new JdbcTemplate(source), JsonMapper.builder().build());
    return new Sites(rows);
  }

  private FloorPlans floors(String kind, Sites sites) {
    return new FloorPlans(
        sites,
        java.util.Objects.requireNonNull(rows, kind),
        (warehouse, codes) -> {
          Map<String, Integer> found = new java.util.HashMap<>(goods);
          found.keySet().retainAll(codes);
          return found;
        });
  }
}
