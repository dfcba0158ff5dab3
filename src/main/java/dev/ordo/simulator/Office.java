package dev.ordo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The people of the office: each role works off the orders held for it and the tasks it was given,
 * through the interface that any other system has. Most is settled within hours; some buyers cannot
 * be reached and leave something for the visitor to do.
 */
final class Office {
  private static final Logger LOG = LoggerFactory.getLogger(Office.class);
  private static final Duration ROUND = Duration.ofMinutes(20);
  private static final Duration SOONEST = Duration.ofMinutes(30);
  private static final Duration USUALLY_WITHIN = Duration.ofHours(6);
  private static final Duration HARD_TO_REACH = Duration.ofHours(30);
  private static final int OF_WHICH_HARD = 15;
  private static final int OF_WHICH_CALLED_OFF = 4;

  private static final String CLERK = "clerk";
  private static final String OPS_MANAGER = "ops_manager";

  private final Wire reader;
  private final Map<String, Wire> people;
  private final Population population;
  private final Supplier<Instant> now;
  private final long seed;
  private Instant nextRound = Instant.MIN;

  /**
   * @param people the wires of clerk, accountant and ops manager, by login
   */
  Office(
      Wire reader,
      Map<String, Wire> people,
      Population population,
      Supplier<Instant> now,
      long seed) {
    this.reader = reader;
    this.people = Map.copyOf(people);
    this.population = population;
    this.now = now;
    this.seed = seed;
  }

  /** The demo's people, who sign in with the password it prints. */
  static Map<String, Wire> demoPeople(String server) {
    return Map.of(
        CLERK,
        Wire.as(server, CLERK, "ordo"),
        OPS_MANAGER,
        Wire.as(server, OPS_MANAGER, "ordo"),
        "accountant",
        Wire.as(server, "accountant", "ordo"));
  }

  /** A look at what is held and open, every few minutes of business time. */
  void work() {
    Instant time = now.get();
    if (time.isBefore(nextRound)) {
      return;
    }
    nextRound = time.plus(ROUND);
    heldOrders(time);
    lateChanges(time);
  }

  private void heldOrders(Instant time) {
    String next = "";
    do {
      JsonNode page = reader.get("/api/orders?status=RECEIVED&limit=200&before=" + next);
      for (JsonNode order : page.path("orders").values()) {
        order.path("holds").values().stream()
            .filter(hold -> hold.path("clearedAt").isNull() && isDue(order, hold, time))
            .findFirst()
            .ifPresent(hold -> attempt(() -> settle(order, hold)));
      }
      next = page.path("next").asString("");
    } while (!next.isEmpty());
  }

  private boolean isDue(JsonNode order, JsonNode hold, Instant time) {
    Instant since = Instant.parse(hold.path("openedAt").asString(""));
    return !since.plus(patience(chance(order, "platformNo"))).isAfter(time);
  }

  private static Duration patience(Random random) {
    long span = USUALLY_WITHIN.minus(SOONEST).toMinutes();
    return random.nextInt(OF_WHICH_HARD) == 0
        ? HARD_TO_REACH
        : SOONEST.plusMinutes(random.nextLong(span));
  }

  private Random chance(JsonNode thing, String key) {
    return Dice.of(seed, thing.path(key).asString("").hashCode());
  }

  /** Holds that nobody here understands, and goods that are not there, are left alone. */
  private void settle(JsonNode order, JsonNode hold) {
    String reason = hold.path("reason").asString("");
    switch (hold.path("ownerRole").asString("")) {
      case "ACCOUNTANT" -> clear("accountant", order, reason, "发票已登记");
      case "CLERK" -> {
        if (isReceiver(reason)) {
          mendAddress(order);
        } else {
          clear(CLERK, order, reason, "已与买家确认");
        }
      }
      default -> {
        if (reason.startsWith("RISK_")) {
          judgeRisk(order, reason);
        }
      }
    }
  }

  private static boolean isReceiver(String reason) {
    return (reason.startsWith("ADDRESS_") && !reason.equals("ADDRESS_CHANGE"))
        || List.of("NAME_MISSING", "PHONE_UNUSABLE").contains(reason);
  }

  private void clear(String login, JsonNode order, String reason, String note) {
    post(login, order, "/clear-holds", Map.of("reasons", List.of(reason), "note", note));
  }

  /** The buyer is asked where to send it. */
  private void mendAddress(JsonNode order) {
    Person home = population.anyone(chance(order, "platformNo"));
    post(
        CLERK,
        order,
        "/receiver",
        Map.of(
            "key", "rang-" + order.path("id").asString(""),
            "name", home.name(),
            "phone", home.phone(),
            "province", home.province(),
            "city", home.city(),
            "district", home.district(),
            "detail", home.detail()));
  }

  private void judgeRisk(JsonNode order, String reason) {
    if (chance(order, "id").nextInt(OF_WHICH_CALLED_OFF) == 0) {
      String key = "risk-" + order.path("id").asString("");
      post(OPS_MANAGER, order, "/cancel", Map.of("key", key, "reason", "买家无法联系，疑似刷单"));
    } else {
      clear(OPS_MANAGER, order, reason, "已致电买家，确认为本人下单");
    }
  }

  private void post(String login, JsonNode order, String act, Object body) {
    wire(login).post("/api/orders/" + order.path("id").asString("") + act, body);
  }

  /** What buyers wanted different too late is talked over with them. */
  private void lateChanges(Instant time) {
    JsonNode tasks = reader.get("/api/tasks?owner=OPS_MANAGER");
    for (JsonNode task : tasks.path("rows").values()) {
      Instant since = Instant.parse(task.path("openedAt").asString(""));
      boolean late = task.path("kind").asString("").startsWith("LATE_");
      if (late && !since.plus(patience(chance(task, "id"))).isAfter(time)) {
        String path = "/api/tasks/" + task.path("id").asString("") + "/done";
        attempt(() -> wire(OPS_MANAGER).post(path, Map.of()));
      }
    }
  }

  private Wire wire(String login) {
    Wire wire = people.get(login);
    if (wire == null) {
      throw new IllegalArgumentException("Nobody is called " + login);
    }
    return wire;
  }

  private static void attempt(Runnable act) {
    try {
      act.run();
    } catch (Wire.Refused e) {
      LOG.debug("Office: {}", e.getMessage());
    }
  }
}
