package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.shared.Ids;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does over HTTP what pickers and packers do with their devices. */
public final class FloorHands {
  private final RunningServer server;

  public FloorHands(RunningServer server) {
    this.server = server;
  }

  /** Walks the picker's trips until there is none. */
  public void pickAll(String warehouse, String picker) {
    while (true) {
      HttpResponse<String> answer =
          server.get("/api/pickers/" + picker + "/trip?warehouse=" + warehouse);
      if (answer.statusCode() == 204) {
        return;
      }
      JsonNode trip = read(answer);
      for (JsonNode stop : trip.get("stops")) {
        post(
            "/api/trips/" + trip.get("id").asString() + "/picks",
            Map.of(
                "picker", picker,
                "location", stop.get("location").asString(),
                "item", stop.get("sku").asString(),
                "qty", stop.get("qty").asInt()));
      }
    }
  }

  /** Scans, closes the check, packs as advised and weighs. */
  public void packAll(Collection<Long> consignments) {
    consignments.forEach(id -> pack("/api/bench/" + Ids.text(id)));
  }

  private void pack(String bench) {
    for (JsonNode line : read(server.get(bench)).at("/state/lines")) {
      post(
          bench + "/scan",
          Map.of("code", line.get("sku").asString(), "qty", line.get("expected").asInt()));
    }
    assertThat(post(bench + "/check", Map.of()).get("result").asString()).isEqualTo("PASSED");
    for (JsonNode box : post(bench + "/pack", Map.of()).at("/state/boxes")) {
      int grams = box.at("/packed/expectedG").asInt();
      post(bench + "/weigh", Map.of("box", box.get("seq").asInt(), "grams", grams));
    }
  }

  private JsonNode post(String path, Object body) {
    return read(server.post(path, JsonMapper.shared().writeValueAsString(body)));
  }

  private static JsonNode read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
