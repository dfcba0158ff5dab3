package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.StillServer;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class MendedTests extends StillServer {
  @Autowired JdbcTemplate jdbc;
  @Autowired Waves waves;
  @Autowired WaveRows rows;
  @Autowired Tasks tasks;
  @Autowired Mended mended;
  @Autowired Consignments consignments;
  @Autowired TransactionTemplate transaction;
  @Autowired Ids ids;

  private TestFloor floor;

  @BeforeEach
  void aFloor() {
    floor = new TestFloor(jdbc, ids, this::put);
    floor.setUp();
  }

  @AfterEach
  void clearOut() {
    floor.clear();
    tasks.closeAll(open(), "test");
  }

  private void put(String path, String body) {
    var answer = send(api(path).PUT(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private List<String> open() {
    return tasks.openKeys("wave-note:WAVE1:");
  }

  @Test
  void aTaskOfPlanningClosesByItselfWhenNothingIsAmissAnyMore() {
    long light = floor.allocated(40);
    floor.allocated(41);
    jdbc.update("UPDATE consignment SET weight_g = 0 WHERE id = ?", light);
    jdbc.update(
        "UPDATE consignment_place SET location = 'NOWHERE' WHERE consignment_id = ? AND sku <>"
            + " 'W-SKU-X'",
        light);
    post("/api/waves", "{\"warehouse\":\"WAVE1\"}");
    waves.plan(rows.on(WaveStatus.DRAFT).stream().map(Wave::id).toList());
    String unknown = "wave-note:WAVE1:UNKNOWN_GOODS:W-SKU";
    String unmeasured = "wave-note:WAVE1:UNMEASURED:" + Ids.text(light);
    String off = "wave-note:WAVE1:OFF_LAYOUT:NOWHERE";
    assertThat(open()).contains(unknown + "40", unknown + "41", unmeasured, off);
    mended.close();
    assertThat(open()).contains(unknown + "40", unknown + "41", unmeasured, off);

    put(
        "/api/products",
        """
        [{"sku": "W-SKU40", "nameZh": "茶杯", "weightG": 200, "lengthMm": 90, "widthMm": 90,
          "heightMm": 100, "listPrice": 19.9, "standardCost": 8}]\
        """);
    put(
        "/api/locations",
        """
        [{"warehouse": "WAVE1", "code": "NOWHERE", "aisle": 2, "block": 1, "cell": 3, "side": "R"}]\
        """);
    mended.close();
    assertThat(open()).contains(unknown + "41", unmeasured).doesNotContain(unknown + "40", off);
    transaction.executeWithoutResult(
        t ->
            consignments.move(
                List.of(light), ConsignmentStatus.INTERCEPTED, "system", null, "test"));
    mended.close();
    assertThat(open()).contains(unknown + "41").doesNotContain(unmeasured);
  }
}
