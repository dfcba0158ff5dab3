package dev.ordo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.TestDatabases;
import dev.ordo.access.PeopleFixtures;
import dev.ordo.bench.BenchAnswer.Result;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.CatalogFixtures;
import dev.ordo.fulfilment.ConsignmentFixtures;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.order.MilestoneFixtures;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class SeedWallTests {
  private static final long WAVE = 77;

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void namesTheSlotOfEachArticleAndSortsFullConsignments(String kind) {
    DataSource source = kind.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres();
    JdbcTemplate jdbc = new JdbcTemplate(source);
    ConsignmentFixtures.insert(jdbc, 1, ConsignmentStatus.PICKED, Map.of("SKU1", 2));
    ConsignmentFixtures.insert(jdbc, 2, ConsignmentStatus.PICKED, Map.of("SKU1", 1, "SKU2", 1));
    jdbc.update("UPDATE consignment SET wave_id = ?", WAVE);
    Consignments consignments =
        ConsignmentFixtures.consignments(
            source, MilestoneFixtures.milestones(source), BenchTests.CLOCK);
    SeedWall wall = wall(source, consignments);

    SeedWall.Sorted three = wall.sort(WAVE, new Scan("k1", "BC-SKU1", 3));
    assertThat(three.puts())
        .containsExactly(new SeedWall.Put(1, "1", 2, true), new SeedWall.Put(2, "2", 1, false));
    assertThat(wall.sort(WAVE, new Scan("k1", "BC-SKU1", 3)).puts()).hasSize(2);
    assertThat(status(consignments, 1)).isEqualTo(ConsignmentStatus.SORTED);
    assertThat(wall.sort(WAVE, new Scan("", "SKU1", 1)).result()).isEqualTo(Result.EXTRA);
    assertThat(wall.sort(WAVE, new Scan("", "SKU3", 1)).result()).isEqualTo(Result.WRONG);
    assertThat(wall.slots(WAVE)).extracting(SeedWall.Slot::full).containsExactly(true, false);

    wall.sort(WAVE, new Scan("", "SKU2", 1));
    assertThat(status(consignments, 2)).isEqualTo(ConsignmentStatus.SORTED);
    assertThatThrownBy(() -> wall.slots(WAVE + 1)).isInstanceOf(Refusal.class);
  }

  @Test
  void takesWhatOneZoneBroughtBeforeTheOtherZoneIsPicked() {
    DataSource source = TestDatabases.h2();
    JdbcTemplate jdbc = new JdbcTemplate(source);
    ConsignmentFixtures.insert(jdbc, 1, ConsignmentStatus.PICKING, Map.of("SKU1", 2, "SKU2", 1));
    jdbc.update("UPDATE consignment SET wave_id = ?", WAVE);
    Consignments consignments =
        ConsignmentFixtures.consignments(
            source, MilestoneFixtures.milestones(source), BenchTests.CLOCK);
    assertThat(wall(source, consignments).sort(WAVE, new Scan("", "SKU1", 2)).result())
        .isEqualTo(Result.EXTRA);

    SeedWall wall = wall(source, consignments, Map.of(1L, Map.of("SKU1", 2)));
    assertThat(wall.sort(WAVE, new Scan("", "SKU2", 1)).result()).isEqualTo(Result.EXTRA);
    assertThat(wall.sort(WAVE, new Scan("", "SKU1", 2)).puts())
        .containsExactly(new SeedWall.Put(1, "1", 2, false));
    assertThat(wall.sort(WAVE, new Scan("", "SKU1", 1)).result()).isEqualTo(Result.EXTRA);

    jdbc.update("UPDATE consignment SET status = 'PICKED'");
    wall.sort(WAVE, new Scan("", "SKU2", 1));
    assertThat(status(consignments, 1)).isEqualTo(ConsignmentStatus.SORTED);
  }

  private static SeedWall wall(DataSource source, Consignments consignments) {
    return wall(source, consignments, Map.of());
  }

  private static SeedWall wall(
      DataSource source, Consignments consignments, Map<Long, Map<String, Integer>> handedIn) {
    Catalog catalog = CatalogFixtures.catalog(source);
    catalog.putProducts(
        List.of(
            CatalogFixtures.product("SKU1"),
            CatalogFixtures.product("SKU2"),
            CatalogFixtures.product("SKU3")));
    return new SeedWall(
        consignments,
        new SeedWallRows(new JdbcTemplate(source)),
        wave -> handedIn,
        new Goods(catalog),
        PeopleFixtures.people(source),
        TestDatabases.ids());
  }

  private static ConsignmentStatus status(Consignments consignments, long id) {
    return consignments.find(id).orElseThrow().status();
  }
}
