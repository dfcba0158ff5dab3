package dev.ordo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TroubleTests {
  private static final Instant MORNING = Instant.parse("2026-06-18T00:00:00Z");
  private static final SimulatorSettings SETTINGS =
      new SimulatorSettings(0, "http://localhost", "key", 1500, 0.005, 20110301, Path.of("."));

  private final Buyers buyers =
      new Buyers(SETTINGS, new Population(), Assortment.load(SETTINGS.seed()));

  private List<SimOrder> orders(int numbers) {
    List<SimOrder> all = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      all.addAll(buyers.orders(i, MORNING.plusSeconds(60L * i)));
    }
    return all;
  }

  private static Map<String, Long> byTrouble(List<SimOrder> orders) {
    return orders.stream().collect(Collectors.groupingBy(SimOrder::trouble, Collectors.counting()));
  }

  @Test
  void everyKindMakesUpItsShareOfTheOrders() {
    List<SimOrder> orders = orders(16_000);
    Map<String, Long> counts = byTrouble(orders);
    counts.merge("VELOCITY", counts.getOrDefault(Trouble.BURST_BEGINS, 0L), Long::sum);
    for (Trouble kind : Trouble.values()) {
      double share = counts.getOrDefault(kind.name(), 0L) / (double) orders.size();
      assertThat(share).as(kind.name()).isCloseTo(0.005, within(0.0005));
    }
  }

  @Test
  void everyKindComesWithinTheFirstDay() {
    assertThat(byTrouble(orders(1_500)).keySet()).contains("VELOCITY", "SAME_BUYER_TWICE");
    assertThat(byTrouble(orders(1_500))).hasSize(Trouble.values().length + 2);
  }

  @Test
  void theFirstOrdersOfABurstAreNotCalledBad() {
    List<SimOrder> burst =
        orders(1_600).stream().filter(o -> o.trouble().startsWith("VELOCITY")).toList();
    assertThat(burst).hasSize(Trouble.VELOCITY.orders);
    assertThat(burst.subList(0, Trouble.UNSUSPECTED))
        .allMatch(o -> o.trouble().equals(Trouble.BURST_BEGINS));
    assertThat(burst).allMatch(o -> o.total() <= 10_000);
    assertThat(burst.stream().map(o -> o.buyer().token()).distinct()).hasSize(1);
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    assertThat(orders(50)).isEqualTo(orders(50));
  }
}
