package dev.ordo.simulator;

import java.util.List;
import java.util.Map;

/**
 * Tells which orders carry which seeded trouble, so that anyone can count what review made of it.
 */
final class LabelsDoor implements Door {
  private final OrderBook book;
  private final Backoffice office;
  private final Rates rates;

  LabelsDoor(OrderBook book, Backoffice office, Rates rates) {
    this.book = book;
    this.office = office;
    this.rates = rates;
  }

  @Override
  public String path() {
    return "world";
  }

  @Override
  public Object answer(Ask ask) {
    return switch (ask.path()) {
      case "/labels" -> labels();
      case "/rates" -> rates.text();
      case "/stock" -> office.stock();
      default ->
          Map.of("error", "path", "message", "Known: /world/labels, /world/rates, /world/stock.");
    };
  }

  private List<Map<String, String>> labels() {
    return book.all().stream()
        .map(
            o ->
                Map.of(
                    "shop", o.shop(),
                    "platformNo", o.no(),
                    "state", o.state().name(),
                    "trouble", o.trouble()))
        .toList();
  }
}
