package dev.ordo.fulfilment;

import dev.ordo.console.Badge;
import dev.ordo.console.Cell;
import dev.ordo.console.PageSection;
import dev.ordo.console.Words;
import dev.ordo.shared.Ids;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** On the page of an order: in which consignments it ships, and together with which orders. */
@Component
class ConsignmentsSection implements PageSection {
  private static final List<String> COLUMNS =
      List.of(
          "fulfilment.consignment",
          "fulfilment.warehouse",
          "fulfilment.goods",
          "fulfilment.with",
          "fulfilment.carrier",
          "fulfilment.status");

  private final Consignments consignments;
  private final Words words;

  ConsignmentsSection(Consignments consignments, Words words) {
    this.consignments = consignments;
    this.words = words;
  }

  @Override
  public String page() {
    return "order";
  }

  @Override
  public int position() {
    return 30;
  }

  @Override
  public Section section(long orderId, Locale locale) {
    return new Section(
        "fulfilment.consignments",
        COLUMNS,
        consignments.ofOrder(orderId).stream().map(c -> row(c, orderId, locale)).toList());
  }

  private List<Cell> row(Consignment consignment, long orderId, Locale locale) {
    String no = Ids.text(consignment.id());
    return List.of(
        Cell.link(no, "/consignments/" + no),
        Cell.text(consignment.warehouse()),
        Cell.text(goods(consignment, orderId)),
        Cell.text(others(consignment, orderId)),
        Cell.text(consignment.carrier()),
        Cell.badge(words.code(consignment.status().name(), locale), badge(consignment.status())));
  }

  private static String goods(Consignment consignment, long orderId) {
    return consignment.lines().stream()
        .filter(line -> line.orderId() == orderId)
        .map(line -> line.sku() + " × " + line.qty())
        .collect(Collectors.joining(", "));
  }

  private static String others(Consignment consignment, long orderId) {
    return consignment.lines().stream()
        .filter(line -> line.orderId() != orderId)
        .map(Consignment.Line::platformNo)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Badge badge(ConsignmentStatus status) {
    return switch (status) {
      case DELIVERED, HANDED_OVER -> Badge.OK;
      case INTERCEPTED -> Badge.BAD;
      case WITHDRAWN, PUT_BACK -> Badge.MUTED;
      default -> Badge.INFO;
    };
  }
}
