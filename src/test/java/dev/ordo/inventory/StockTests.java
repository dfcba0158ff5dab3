package dev.ordo.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.StillServer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every test leaves nothing locked: the self-check of other tests sees these articles too. */
class StockTests extends StillServer {
  private static final String WAREHOUSE = "STK";

  @Autowired private Stock stock;
  @Autowired private TransactionTemplate transaction;

  @Test
  void unitsLeaveAtTheMovingAverageAndComeBackOnceAtWhatTheyCost() {
    receive("STK-A", "1", 10, "10.00");
    receive("STK-A", "2", 10, "13.00");
    receive("STK-A", "2", 10, "13.00");
    assertThat(stock.averageCosts(List.of("STK-A")).get("STK-A")).isEqualByComparingTo("11.50");

    Demand demand = Demand.consignmentLine(81_001);
    lock(demand, "STK-A", 5);
    List<Place> places =
        transaction
            .execute(
                s ->
                    stock.reservePlaces(
                        List.of(new Stock.PlaceRequest(demand, WAREHOUSE, "STK-A", 5))))
            .get(demand);
    Map<String, List<Deduction>> leaving = Map.of("DOC-A", List.of(new Deduction(demand, places)));
    transaction.executeWithoutResult(s -> stock.deduct("CONSIGNMENT", leaving));
    transaction.executeWithoutResult(s -> stock.deduct("CONSIGNMENT", leaving));
    assertThat(figures("STK-A")).isEqualTo(new Figures(15, 0));
    assertThat(stock.issued("CONSIGNMENT", List.of("DOC-A")).get("DOC-A").get("STK-A"))
        .isEqualByComparingTo("11.50");

    assertThat(takeBack("DOC-A", places)).isTrue();
    assertThat(takeBack("DOC-A", places)).isFalse();
    assertThat(figures("STK-A")).isEqualTo(new Figures(20, 0));
  }

  @Test
  void theLastUnitsGoToExactlyAsManyAsThereAre() throws Exception {
    receive("STK-B", "1", 10, "1.00");
    List<Future<Boolean>> tries = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        Demand demand = Demand.orderLine(82_000 + i);
        tries.add(threads.submit(() -> got(demand)));
      }
    }
    assertThat(tries).filteredOn(Future::resultNow).hasSize(10);
    assertThat(figures("STK-B")).isEqualTo(new Figures(10, 10));
    for (int i = 0; i < 40; i++) {
      release(Demand.orderLine(82_000 + i));
    }
    assertThat(figures("STK-B")).isEqualTo(new Figures(10, 0));
  }

  @Test
  void locksPassToOtherDemandsWithoutAGap() {
    receive("STK-C", "1", 5, "1.00");
    Demand order = Demand.orderLine(83_001);
    Demand first = Demand.consignmentLine(83_002);
    Demand second = Demand.consignmentLine(83_003);
    lock(order, "STK-C", 5);
    transaction.executeWithoutResult(
        s ->
            stock.handOver(List.of(new Handover(order, first, 2), new Handover(order, second, 3))));
    release(order);
    assertThat(figures("STK-C")).isEqualTo(new Figures(5, 5));
    release(first);
    assertThat(figures("STK-C")).isEqualTo(new Figures(5, 3));
    Handover tooMuch = new Handover(second, first, 4);
    assertThatThrownBy(
            () -> transaction.executeWithoutResult(s -> stock.handOver(List.of(tooMuch))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lack (1)");
    release(second);
    assertThat(figures("STK-C")).isEqualTo(new Figures(5, 0));
  }

  private void receive(String sku, String line, int qty, String cost) {
    transaction.executeWithoutResult(
        s ->
            stock.receive(
                List.of(
                    new Receipt(
                        "R-" + sku,
                        line,
                        StockKey.of(WAREHOUSE, sku),
                        "S-1",
                        qty,
                        new BigDecimal(cost)))));
  }

  private void lock(Demand demand, String sku, int qty) {
    transaction.executeWithoutResult(
        s -> {
          stock.lock(List.of(new Lock(demand, StockKey.of(WAREHOUSE, sku), qty)));
        });
  }

  private boolean got(Demand demand) {
    try {
      lock(demand, "STK-B", 1);
      return true;
    } catch (Stock.StockTaken e) {
      return false;
    }
  }

  private void release(Demand demand) {
    transaction.executeWithoutResult(s -> stock.release(List.of(demand)));
  }

  private boolean takeBack(String document, List<Place> places) {
    return Boolean.TRUE.equals(
        transaction.execute(s -> stock.takeBack("CONSIGNMENT", document, places)));
  }

  private Figures figures(String sku) {
    return stock.figures(List.of(sku)).get(StockKey.of(WAREHOUSE, sku));
  }
}
