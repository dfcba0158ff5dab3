package dev.ordo.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.StillServer;
import dev.ordo.access.PeopleFixtures;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Scope;
import dev.ordo.site.Location;
import dev.ordo.site.Sites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Layout and slots travel as files, out of the server and in again. */
class FloorControllerTests extends StillServer {
  private static final String PATH = "/api/warehouses/FILES1/floor-plan";

  @Autowired Sites sites;
  @Autowired JdbcTemplate jdbc;
  @Autowired SiteController controller;
  @Autowired JsonMapper json;

  private record Part(String name, byte[] content) {}

  @BeforeEach
  void warehouse() {
    jdbc.update("DELETE FROM location WHERE warehouse = 'FILES1'");
    String body =
        """
        [{"code": "FILES1", "name": "Files", "zone": "Asia/Shanghai", "provinceCode": "31",
          "cityCode": "3101", "address": "1 Dock Road", "priority": 8,
          "layout": {"aisles": 4, "cellsPerBlock": [10, 8], "aisleToAisle": 4, "cellToCell": 1,
            "frontCrossAisleToFirstCell": 1, "lastCellToBackCrossAisle": 1,
            "depot": {"crossAisle": 0, "links": [{"aisle": 0, "distance": 2}]}}}]\
        """;
    assertThat(send(api("/api/warehouses").PUT(BodyPublishers.ofString(body))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatGoesOutComesInAgain() throws Exception {
    String slots =
        "code,aisle,block,cell,side,zone\nA-1,0,0,0,L,AMBIENT\nA-2,1,1,7,R2,COLD\nA-3,2,0,3,L,\n";
    assertThat(sent("?preview=true", text("slots.csv", slots)).body())
        .contains("\"added\":[\"A-1\"");
    assertThat(sites.locations("FILES1")).isEmpty();
    assertThat(sent("", text("slots.csv", slots)).statusCode()).isEqualTo(200);
    List<Location> before = sites.locations("FILES1");
    assertThat(before).hasSize(3);

    for (String file : List.of("floor-plan.xlsx", "layout.csv", "slots.csv")) {
      byte[] out = file(file);
      assertThat(sent("?preview=true", new Part(file, out)).body())
          .as(file)
          .contains("\"fresh\":false", "\"layout\":false", "\"unchanged\":3", "\"moved\":[]");
    }
    byte[] gb = slots.replace("\n", "\r\n").replace(',', ';').getBytes(Charset.forName("GB18030"));
    assertThat(sent("", new Part("slots.csv", gb)).body()).contains("\"unchanged\":3");
    assertThat(sites.locations("FILES1")).isEqualTo(before);
  }

  @Test
  void nobodyChangesOrReadsTheFloorOfAnotherHouse() {
    Scope elsewhere = new Scope(Set.of(), Set.of("OTHER"));
    String picker = "[{\"warehouse\": \"FILES1\", \"code\": \"P1\", \"name\": \"Wang\"}]";
    PickerRequest[] pickers = json.readValue(picker, PickerRequest[].class);
    PeopleFixtures.as(
        elsewhere,
        () -> {
          assertThatThrownBy(() -> controller.putPickers(List.of(pickers)))
              .hasMessageContaining("warehouse (FILES1): Name a warehouse you work in.");
          assertThatThrownBy(() -> controller.pickers("FILES1")).isInstanceOf(Refusal.class);
          assertThatThrownBy(() -> controller.locations("FILES1")).isInstanceOf(Refusal.class);
        });
    assertThat(sites.pickers("FILES1")).isEmpty();
  }

  @Test
  void layoutAndSlotsChangeTogetherOrNotAtAll() throws Exception {
    Part layout =
        text(
            "layout.csv",
            """
            setting,value
            aisles,2
            cellsPerBlock,5
            aisleToAisle,4
            cellToCell,1
            frontCrossAisleToFirstCell,minus
            lastCellToBackCrossAisle,-1
            depotCrossAisle,0
            depotLinks,0:2 1
            """);
    Part slots =
        text("slots.csv", "code,aisle,block,cell,side,shelf\nB-1,0,0,0,L,x\nB-1,0,0,x,L,\n");

    String said = sent("", layout, slots).body();

    assertThat(said)
        .contains("layout row 6 frontCrossAisleToFirstCell", "minus")
        .contains("layout row 9 depotLinks", "0:2.5")
        .contains("slots.csv row 1", "shelf", "There is no such column")
        .contains("row 3 cell");
    assertThat(sites.warehouse("FILES1").layout().aisles()).isEqualTo(4);
  }

  @Test
  void aSlotWithGoodsInItDoesNotVanish() throws Exception {
    sent("", text("slots.csv", "code,aisle,block,cell\nG-1,0,0,0\nG-2,0,0,1\n"));
    jdbc.update(
        """
        INSERT INTO stock_place (warehouse, location, sku, batch, on_hand, reserved)
        VALUES ('FILES1', 'G-2', 'CUP', '-', 12, 0)\
        """);
    try {
      assertThat(sent("", text("slots.csv", "code,aisle,block,cell\nG-1,0,0,0\n")).body())
          .contains("slot G-2", "12 units", "move them first");
      assertThat(sites.locations("FILES1")).hasSize(2);
    } finally {
      jdbc.update("DELETE FROM stock_place WHERE warehouse = 'FILES1'");
    }
  }

  @Test
  void twentyThousandSlotsAreReadInSeconds() throws Exception {
    StringBuilder slots = new StringBuilder("code,aisle,block,cell,side,zone\n");
    for (int aisle = 0; aisle < 100; aisle++) {
      for (int cell = 0; cell < 100; cell++) {
        for (String side : List.of("L", "R")) {
          slots.append("M-%d-%d-%s,%d,0,%d,%s,\n".formatted(aisle, cell, side, aisle, cell, side));
        }
      }
    }
    String layout =
        """
        setting,value
        aisles,100
        cellsPerBlock,100
        aisleToAisle,4
        cellToCell,1
        frontCrossAisleToFirstCell,1
        lastCellToBackCrossAisle,1
        depotCrossAisle,0
        depotLinks,0:2
        """;
    long begun = System.nanoTime();
    var answer = sent("", text("layout.csv", layout), text("slots.csv", slots.toString()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(sites.locations("FILES1")).hasSize(20_000);
    assertThat(System.nanoTime() - begun).isLessThan(30_000_000_000L);
    sent("", text("slots.csv", "code,aisle,block,cell\nG-1,0,0,0\n"));
  }

  @Test
  void aFileThatIsNoneIsRefusedByName() throws Exception {
    assertThat(sent("", text("odd.xlsx", "PK no book")).body())
        .contains("odd.xlsx", "Send a readable");
    assertThat(sent("", text("odd.csv", "sku,qty\n1,2\n")).body())
        .contains("odd.csv row 1", "Head slots with");
  }

  private static Part text(String name, String content) {
    return new Part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] file(String name) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              api("/api/warehouses/FILES1/" + name).GET().build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  private HttpResponse<String> sent(String query, Part... parts) throws IOException {
    String boundary = "ordo-boundary";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Part part : parts) {
      String head =
          "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
              .formatted(boundary, part.name);
      body.write(head.getBytes(StandardCharsets.UTF_8));
      body.write(part.content);
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        api(PATH + query)
            .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }
}
