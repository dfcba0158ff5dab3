package dev.ordo.fulfilment;

import dev.ordo.console.RelatedSubjects;
import dev.ordo.console.TimelineEntry;
import dev.ordo.console.TimelineEntry.Kind;
import dev.ordo.console.TimelineSource;
import dev.ordo.console.Words;
import dev.ordo.inventory.StockHistory;
import dev.ordo.order.OrderLine;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The stock moves of orders and consignments, and which consignments carry an order. */
@Component
class StockTimeline implements TimelineSource, RelatedSubjects {
  private final StockHistory history;
  private final Orders orders;
  private final ConsignmentRows consignments;
  private final Words words;

  StockTimeline(StockHistory history, Orders orders, ConsignmentRows consignments, Words words) {
    this.history = history;
    this.orders = orders;
    this.consignments = consignments;
    this.words = words;
  }

  @Override
  public List<Subject> of(Subject subject) {
    return subject.kind().equals("ORDER")
        ? consignments.idsOfOrder(subject.id()).stream()
            .map(id -> new Subject("CONSIGNMENT", id))
            .toList()
        : List.of();
  }

  @Override
  public List<TimelineEntry> about(String kind, long subjectId, Locale locale) {
    return switch (kind) {
      case "ORDER" -> promised(lines(subjectId), locale);
      case "CONSIGNMENT" ->
          Stream.concat(
                  promised(allocations(subjectId), locale).stream(),
                  left(subjectId, locale).stream())
              .toList();
      default -> List.of();
    };
  }

  private List<Long> lines(long order) {
    return orders
        .find(order)
        .map(found -> found.lines().stream().map(OrderLine::id).toList())
        .orElse(List.of());
  }

  private List<Long> allocations(long consignment) {
    return consignments.load(List.of(consignment)).stream()
        .flatMap(c -> c.lines().stream())
        .map(Consignment.Line::id)
        .toList();
  }

  private List<TimelineEntry> promised(List<Long> demands, Locale locale) {
    List<TimelineEntry> entries = new ArrayList<>();
    for (StockHistory.Promise p : history.promises(demands)) {
      List<String> lines =
          List.of(words.of("fulfilment.stock.units", locale, p.qty(), p.sku(), p.warehouse()));
      String locked = words.of("fulfilment.stock.locked", locale);
      entries.add(new TimelineEntry(p.lockedAt(), Kind.STOCK, locked, lines));
      if (p.freedAt() != null) {
        String freed = words.of("fulfilment.stock.freed", locale);
        entries.add(new TimelineEntry(p.freedAt(), Kind.STOCK, freed, lines));
      }
    }
    return entries;
  }

  private List<TimelineEntry> left(long consignment, Locale locale) {
    return history.moves("CONSIGNMENT", List.of(Ids.text(consignment))).stream()
        .map(
            move ->
                new TimelineEntry(
                    move.at(),
                    Kind.STOCK,
                    words.of(
                        move.qty() < 0 ? "fulfilment.stock.issued" : "fulfilment.stock.returned",
                        locale),
                    List.of(
                        words.of(
                            "fulfilment.stock.moved",
                            locale,
                            Math.abs(move.qty()),
                            move.sku(),
                            move.warehouse(),
                            move.location(),
                            move.unitCost().stripTrailingZeros().toPlainString()))))
        .toList();
  }
}
