package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.inventory.Receipt;
import dev.ordo.inventory.StockKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A slot holds fewer units than the books say: the picker is sent to another one, if there is. */
abstract class ShortPickTests extends ChangingOrders {
  @Autowired ScheduledTaskHolder scheduled;

  private static final String TRIP = "/api/pickers/" + CupAndJar.PICKER + "/trip?warehouse=WH9";

  @Test
  void whatIsMissingIsTakenFromAnotherSlotAndPacked() {
    receive("CUP", "C-1-2", 2);
    long id = arrive(company.order("TB1", "slot-short-1").line("CUP", 2, "30.00"));
    Consignment waved = waved(id);
    JsonNode empty = stop(0);
    JsonNode after = found(empty, 1, "isShort");

    assertThat(after.get("stops")).hasSize(2);
    JsonNode next = after.get("stops").get(1);
    assertThat(next.get("location")).isNotEqualTo(empty.get("location"));
    assertThat(next.get("qty").asInt()).isEqualTo(1);
    assertThat(status(waved)).isEqualTo(ConsignmentStatus.PICKING);
    assertThat(tasks("count:WH9:" + empty.get("location").asString() + ":CUP")).isEqualTo(1);
    assertThat(freeAt(empty.get("location").asString())).isZero();

    found(next, 1, "");
    assertThat(status(waved)).isEqualTo(ConsignmentStatus.PICKED);
    new FloorHands(this).packAll(List.of(waved.id()));
    assertThat(status(waved)).isEqualTo(ConsignmentStatus.PACKED);
  }

  @Test
  void whereNoOtherSlotHoldsEnoughTheStopStaysShortAndIsATask() {
    assertThat(slotsOf("JAR")).isEqualTo(1);
    long id = arrive(company.order("TB1", "slot-short-2").line("JAR", available("JAR"), "45.50"));
    Consignment waved = waved(id);
    JsonNode only = stop(0);
    JsonNode after = found(only, 0, "isDamaged");

    assertThat(after.get("stops")).hasSize(1);
    assertThat(after.get("stops").get(0).get("status").asString()).isEqualTo("SHORT");
    assertThat(status(waved)).isEqualTo(ConsignmentStatus.PICKING);
    cancel(id);
  }

  @Test
  void whatNobodyFindsInTimeIsGivenUpAndItsOrderWaitsForOtherUnits() {
    int jars = available("JAR");
    long id =
        arrive(
            company
                .order("TB1", "slot-short-3")
                .line("CUP", 1, "30.00")
                .line("JAR", jars, "45.50"));
    Consignment waved = waved(id);
    int cups = onHand("CUP");
    int others = onHand("JAR") - jars;
    JsonNode stops = read(get(TRIP).body()).get("stops");
    stops.forEach(
        stop ->
            found(
                stop,
                stop.get("sku").asString().equals("CUP") ? 1 : 0,
                stop.get("sku").asString().equals("CUP") ? "" : "isShort"));
    giveUpWhatIsLate();
    assertThat(status(waved)).isEqualTo(ConsignmentStatus.PICKING);

    clock.tick(Duration.ofMinutes(31));
    giveUpWhatIsLate();
    giveUpWhatIsLate();
    assertThat(status(waved)).isEqualTo(ConsignmentStatus.INTERCEPTED);
    assertThat(putBackTask(waved).args().get(1)).contains("CUP × 1").doesNotContain("JAR");
    assertThat(onHand("JAR")).isEqualTo(others);
    assertThat(selfCheck.run()).allSatisfy(c -> assertThat(c.violations()).as(c.says()).isZero());
    putBack(waved);
    assertThat(onHand("CUP")).isEqualTo(cups);

    cupAndJar.arrive(jars);
    Consignment again = waved(id);
    assertThat(again.id()).isNotEqualTo(waved.id());
    new FloorHands(this).pickAll(CupAndJar.WAREHOUSE, CupAndJar.PICKER);
    assertThat(status(again)).isEqualTo(ConsignmentStatus.PICKED);
  }

  private void giveUpWhatIsLate() {
    scheduled.getScheduledTasks().stream()
        .filter(task -> task.toString().contains("ShortPicks"))
        .forEach(task -> task.getTask().getRunnable().run());
  }

  private int onHand(String sku) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "SELECT coalesce(sum(on_hand), 0) FROM stock WHERE warehouse = 'WH9' AND sku = ?",
            Integer.class,
            sku));
  }

  private int slotsOf(String sku) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "SELECT count(*) FROM stock_place WHERE sku = ? AND on_hand > 0", Integer.class, sku));
  }

  private void receive(String sku, String location, int qty) {
    transaction.executeWithoutResult(
        t ->
            stock.receive(
                List.of(
                    new Receipt(
                        "SP-" + sku + location,
                        "1",
                        StockKey.of(CupAndJar.WAREHOUSE, sku),
                        location,
                        qty,
                        new BigDecimal("8.40")))));
  }

  private int freeAt(String location) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "SELECT sum(on_hand - reserved) FROM stock_place WHERE warehouse = 'WH9'"
                + " AND location = ? AND sku = 'CUP'",
            Integer.class,
            location));
  }

  private JsonNode stop(int number) {
    var answer = get(TRIP);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(answer.body()).get("stops").get(number);
  }

  private JsonNode found(JsonNode stop, int qty, String lack) {
    String trip = read(get(TRIP).body()).get("id").asString();
    Map<String, Object> found =
        new HashMap<>(
            Map.of(
                "picker",
                CupAndJar.PICKER,
                "location",
                stop.get("location").asString(),
                "item",
                stop.get("sku").asString(),
                "qty",
                qty));
    if (!lack.isEmpty()) {
      found.put(lack, true);
    }
    var answer =
        post("/api/trips/" + trip + "/picks", JsonMapper.shared().writeValueAsString(found));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(answer.body());
  }

  private static JsonNode read(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
