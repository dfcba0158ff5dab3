package dev.ordo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The people of one warehouse: pickers walk the trips they are given, packers scan, pack and weigh
 * what was picked; both through the devices' interface only.
 */
final class Floor {
  private static final Logger LOG = LoggerFactory.getLogger(Floor.class);

  /** A picker needs this long from stop to stop. */
  private static final Duration STOP = Duration.ofSeconds(25);

  private static final Set<String> OPEN_WAVES = Set.of("PICKING", "SORTING", "CHECKING");

  private final Wire wire;
  private final Company.House house;
  private final List<String> pickers;
  private final WorldClock clock;
  private final Random random;
  private final Map<String, Instant> busyUntil = new LinkedHashMap<>();
  private final Set<String> bench = new LinkedHashSet<>();
  private boolean rememberedTotes;

  Floor(Wire wire, Company.House house, List<String> pickers, WorldClock clock, long seed) {
    this.wire = wire;
    this.house = house;
    this.pickers = List.copyOf(pickers);
    this.clock = clock;
    this.random = new Random(seed + house.ordinal());
  }

  /** One look around: whoever is free takes the next work. */
  void work() {
    if (!rememberedTotes) {
      rememberTotes();
      rememberedTotes = true;
    }
    for (String picker : pickers) {
      if (!clock.now().isBefore(busyUntil.getOrDefault(picker, Instant.MIN))) {
        pick(picker);
      }
    }
    pack();
    putBack();
  }

  /** After a restart totes of waves that are not finished stand about, and people see them. */
  private void rememberTotes() {
    for (JsonNode wave : wire.get("/api/waves").path("rows").values()) {
      boolean open = OPEN_WAVES.contains(wave.path("status").asString(""));
      if (open && wave.path("warehouse").asString("").equals(house.name())) {
        String id = wave.path("id").asString("");
        for (JsonNode trip : wire.get("/api/waves/" + id + "/pick-lists").values()) {
          trip.path("stops").values().forEach(this::putOnBench);
        }
      }
    }
  }

  private void putOnBench(JsonNode stop) {
    stop.path("totes").values().forEach(t -> bench.add(t.path("consignment").asString("")));
  }

  /** Goods of consignments that were called back go to their places again. */
  private void putBack() {
    for (JsonNode task : wire.get("/api/tasks?kind=PUT_BACK").path("rows").values()) {
      try {
        String consignment = task.path("subjectId").asString("");
        wire.post("/api/consignments/" + consignment + "/put-back", Map.of());
      } catch (Wire.Refused e) {
        LOG.debug("Put back: {}", e.getMessage());
      }
    }
  }

  private void pick(String picker) {
    JsonNode trip = wire.get("/api/pickers/" + picker + "/trip?warehouse=" + house.name());
    JsonNode stops = trip.path("stops");
    if (stops.isEmpty()) {
      return;
    }
    for (JsonNode stop : stops.values()) {
      if (stop.path("status").asString("").equals("OPEN")) {
        confirm(picker, trip, stop);
      }
      putOnBench(stop);
    }
    busyUntil.put(picker, clock.now().plus(STOP.multipliedBy(stops.size())));
  }

  private void confirm(String picker, JsonNode trip, JsonNode stop) {
    wire.post(
        "/api/trips/" + trip.path("id").asString("") + "/picks",
        Map.of(
            "picker", picker,
            "location", stop.path("location").asString(""),
            "item", stop.path("sku").asString(""),
            "qty", stop.path("qty").asInt(0)));
  }

  private void pack() {
    for (String consignment : List.copyOf(bench)) {
      try {
        if (packed(consignment)) {
          bench.remove(consignment);
        }
      } catch (Wire.Refused e) {
        LOG.debug("Bench: {}", e.getMessage());
        if (e.status == 404 || e.status == 422) {
          bench.remove(consignment);
        }
      }
    }
  }

  /** Walks a consignment through the bench, as far as it goes now. */
  private boolean packed(String consignment) {
    String path = "/api/bench/" + consignment;
    JsonNode state = wire.get(path).path("state");
    for (int step = 0; step < 12; step++) {
      switch (state.path("next").asString("STOP")) {
        case "SCAN" -> state = scan(path, state);
        case "CHECK" -> state = wire.post(path + "/check", Map.of()).path("state");
        case "REMOVE" -> state = remove(path, state);
        case "PACK" -> state = wire.post(path + "/pack", Map.of()).path("state");
        case "WEIGH" -> state = weigh(path, state);
        default -> {
          String status = state.path("status").asString("");
          return !status.equals("PICKING") && !status.equals("WAVED") && !status.equals("PICKED");
        }
      }
    }
    return false;
  }

  /** Now and then a wrong article lies in the tote first; the bench must notice. */
  private JsonNode scan(String path, JsonNode state) {
    if (random.nextInt(300) == 0) {
      wire.post(path + "/scan", Map.of("code", "A0001", "qty", 1));
    }
    JsonNode last = state;
    for (JsonNode line : state.path("lines").values()) {
      int missing = line.path("expected").asInt(0) - line.path("present").asInt(0);
      if (missing > 0) {
        String sku = line.path("sku").asString("");
        last = wire.post(path + "/scan", Map.of("code", sku, "qty", missing)).path("state");
      }
    }
    return last;
  }

  private JsonNode remove(String path, JsonNode state) {
    JsonNode last = state;
    for (JsonNode fault : state.path("faults").values()) {
      if (!fault.path("kind").asString("").equals("MISSING")) {
        String sku = fault.path("sku").asString("");
        int qty = -Math.max(1, fault.path("qty").asInt(1));
        last = wire.post(path + "/scan", Map.of("code", sku, "qty", qty)).path("state");
      }
    }
    return last;
  }

  /** The scale shows what the advice expects, give or take a little. */
  private JsonNode weigh(String path, JsonNode state) {
    JsonNode last = state;
    for (JsonNode box : state.path("boxes").values()) {
      if (box.path("weightG").isNull() || box.path("weightG").isMissingNode()) {
        int expected = box.path("packed").path("expectedG").asInt(500);
        int grams = Math.max(1, expected + random.nextInt(7) - 3);
        last =
            wire.post(path + "/weigh", Map.of("box", box.path("seq").asInt(1), "grams", grams))
                .path("state");
      }
    }
    return last;
  }
}
