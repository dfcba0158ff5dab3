package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.StillServer;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class PrePackingTests extends StillServer {
  private static final long HISTORY = 77;

  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired WaveRows rows;
  @Autowired TripRows trips;
  @Autowired HotGoods hotGoods;
  @Autowired PrePacking prePacking;
  @Autowired Consignments consignments;
  @Autowired Tasks tasks;
  @Autowired BusinessClock clock;
  @Autowired Ids ids;

  private TestFloor floor;

  @BeforeEach
  void aFloorWhereOneArticleIsHot() {
    floor =
        new TestFloor(
            jdbc, ids, (path, body) -> send(api(path).PUT(BodyPublishers.ofString(body))));
    floor.setUp();
    jdbc.update(
        """
        INSERT INTO wave_trip (id, wave_id, warehouse, number, method, status, picker, metres,
               seconds, due_at, path, needs)
        VALUES (?, ?, 'WAVE1', 1, 'SEED_WALL', 'PICKED', 'P1', 0, 0, ?, '[]', '')\
        """,
        HISTORY,
        HISTORY,
        SqlTime.of(clock.now()));
    List<Object[]> picks = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      picks.add(new Object[] {ids.next(), HISTORY, HISTORY, SqlTime.of(clock.now())});
    }
    jdbc.batchUpdate(
        """
        INSERT INTO wave_pick (id, trip_id, wave_id, sequence, location, slot, sku, name, batch,
               qty, picked, status, consignment_id, line_id, tote, picked_at)
        VALUES (?, ?, ?, 1, 'L-0-0-0', '', 'W-SKU3', 'Thing', '', 1, 1, 'PICKED', 1, 1, 1, ?)\
        """,
        picks);
    hotGoods.count();
  }

  @AfterEach
  void clearOut() {
    jdbc.update("DELETE FROM wave_pick WHERE trip_id = ?", HISTORY);
    floor.clear();
    hotGoods.count();
  }

  @Test
  void ordersAllAlikeOfAHotArticleArePickedInBulkAndToldToTheBench() {
    List<Long> alike = IntStream.range(0, 6).mapToObj(i -> floor.allocated(3)).toList();
    long cold = floor.allocated(7);
    long wave = wave();
    assertThat(methods(alike)).containsOnly("PRE_PACKED");
    assertThat(methods(List.of(cold))).containsOnly("SINGLE_ITEM");
    waves.plan(List.of(wave));
    assertThat(trips.ofWave(wave))
        .filteredOn(trip -> trip.method() == PickMethod.PRE_PACKED)
        .singleElement()
        .satisfies(
            trip ->
                assertThat(TripEnds.consignmentsOf(trips.picksOfTrip(trip.id())))
                    .containsExactlyInAnyOrderElementsOf(alike));
    assertThat(told(wave)).containsExactly("pre-pack:" + wave + ":6x1:W-SKU3");
    prePacking.over(wave);
    assertThat(told(wave)).isEmpty();
  }

  @Test
  void fewOfThemAreNotWorthIt() {
    List<Long> alike = IntStream.range(0, 4).mapToObj(i -> floor.allocated(3)).toList();
    long wave = wave();
    assertThat(methods(alike)).containsOnly("SINGLE_ITEM");
    waves.plan(List.of(wave));
    assertThat(told(wave)).isEmpty();
  }

  private long wave() {
    post("/api/waves", "{\"warehouse\":\"WAVE1\"}");
    return rows.on(WaveStatus.DRAFT).stream()
        .filter(w -> w.warehouse().equals("WAVE1"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<String> methods(List<Long> of) {
    return consignments.load(of).stream().map(Consignment::pickMethod).toList();
  }

  private List<String> told(long wave) {
    return tasks.openKeys("pre-pack:" + wave + ":");
  }
}
