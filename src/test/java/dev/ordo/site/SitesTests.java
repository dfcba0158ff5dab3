package dev.ordo.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.TestDatabases;
import dev.ordo.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

class SitesTests {
  private static final Layout LAYOUT =
      new Layout(
          3, List.of(4, 5), 5, 1, 1, 2, new Layout.Depot(0, List.of(new Layout.Link(1, 0.5))));

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void keepsWhatWasImportedAndTakesItTwice(String kind) {
    Sites sites = sites(kind);
    Warehouse warehouse = warehouse("SH1", 30);
    sites.putWarehouses(List.of(warehouse));
    sites.putWarehouses(List.of(warehouse, warehouse("BJ1", 15)));
    sites.putTrolleys(List.of(new Trolley("SH1", "T1", 12, 400_000_000, 150_000)));
    sites.putPickers(
        List.of(
            new Picker("SH1", "P1", "Wang", "wang", true),
            new Picker("SH1", "P2", "Li", "li", false)));
    sites.putLocations(List.of(location("A1", 0, 0), location("A2", 1, 1)));
    sites.putLocations(List.of(location("A2", 0, 0), location("A1", 1, 1)));

    assertThat(sites.warehouse("SH1")).isEqualTo(warehouse);
    assertThat(sites.warehouses()).hasSize(2);
    assertThat(sites.trolleys("SH1")).extracting(Trolley::totes).containsExactly(12);
    sites.removeTrolley("SH1", "T1");
    assertThat(sites.trolleys("SH1")).isEmpty();
    assertThatThrownBy(() -> sites.removeTrolley("SH1", "T1")).isInstanceOf(Refusal.class);
    assertThat(sites.pickers("SH1")).extracting(Picker::code).containsExactly("P1");
    assertThat(sites.locations("SH1", List.of("A1", "NONE")).get("A1").slot()).isEqualTo("1.1.0.L");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void keepsWhatAPickerCanDoWhenAndWhere(String kind) {
    Sites sites = sites(kind);
    sites.putWarehouses(List.of(warehouse("SH1", 30)));
    Shift shift = new Shift(LocalTime.of(6, 0), LocalTime.of(14, 30));
    Instant now = Instant.parse("2026-11-23T01:00:00Z");
    sites.putPickers(
        List.of(
            new Picker(
                "SH1", "P1", "W", "w", true, Set.of(Skill.COLD), shift, Set.of("B", "A"), null),
            new Picker("SH1", "P2", "Li", "li", true)));
    sites.seen("SH1", "P1", "A1", now);

    Picker trained = sites.pickers("SH1").getFirst();
    assertThat(trained.skills()).containsExactly(Skill.COLD);
    assertThat(trained.shift()).isEqualTo(shift);
    assertThat(trained.homeZones()).containsExactlyInAnyOrder("A", "B");
    assertThat(trained.seen()).isEqualTo(new Picker.Seen("A1", now));
    assertThat(sites.pickers("SH1").getLast().skills()).hasSize(3);
    assertThat(sites.pickers("SH1").getLast().shift()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void refusesPlacesThatAreNotThereOrTaken(String kind) {
    Sites sites = sites(kind);
    sites.putWarehouses(List.of(warehouse("SH1", 30)));
    sites.putLocations(List.of(location("A1", 0, 0)));

    assertThatThrownBy(() -> sites.putLocations(List.of(location("A9", 3, 0))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("A9 (3.0.0.L)");
    assertThatThrownBy(() -> sites.putLocations(List.of(location("A2", 0, 0))))
        .hasMessageContaining("taken by A1");
    assertThatThrownBy(() -> sites.putPickers(List.of(new Picker("XX", "P", "N", "l", true))))
        .hasMessageContaining("warehouse (XX)");
  }

  private static Sites sites(String kind) {
    DataSource source = kind.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres();
    return new Sites(new SiteRows(new JdbcTemplate(source), JsonMapper.builder().build()));
  }

  private static Warehouse warehouse(String code, int minutes) {
    WarehouseSettings d = WarehouseSettings.DEFAULT;
    return new Warehouse(
        code,
        "Main",
        ZoneId.of("Asia/Shanghai"),
        "31",
        "3101",
        "1 Dock Road",
        1,
        LAYOUT,
        new WarehouseSettings(
            Duration.ofMinutes(minutes),
            d.waveCount(),
            d.waybillAt(),
            d.deductAt(),
            Walking.THROUGH,
            WaveSplit.ZONE,
            120,
            TopUp.UNTIL_PICKED));
  }

  private static Location location(String code, int aisle, int block) {
    return new Location("SH1", code, aisle, block, 0, "L", "AMBIENT");
  }
}
