package dev.ordo.channel;

import dev.ordo.change.Change;
import dev.ordo.change.ChangeOutcome;
import dev.ordo.change.Changes;
import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.Orders;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lines of UCI files that found no place at first: cancellations whose invoice came later, sales.
 */
@Component
class UciRetakes {
  private final Intake intake;
  private final Orders orders;
  private final Changes changes;

  UciRetakes(Intake intake, Orders orders, Changes changes) {
    this.intake = intake;
    this.orders = orders;
    this.changes = changes;
  }

  void sell(String invoice, String order) {
    if (orders.find(UciProfile.SHOP, invoice).isPresent()) {
      throw new Refusal(
          "InvoiceNo", invoice, "This invoice is stored already: give the line another.");
    }
    intake.takeOne(new RawOrder("", "", order));
  }

  /**
   * Refunds the latest order of the customer that has the article, or the one a person named.
   *
   * @param invoice number of the order, empty to look for it
   */
  void cancel(UciProfile.Row row, String invoice) {
    Order order =
        candidates(row, invoice).stream()
            .filter(o -> line(o, row).isPresent())
            .findFirst()
            .orElseThrow(() -> new Refusal("order", invoice, "Name the invoice it cancels."));
    OrderLine line = line(order, row).orElseThrow();
    ChangeOutcome outcome =
        changes.request(
            order.id(),
            new Change.RefundUnits(
                row.invoice() + "-" + row.number(),
                line.lineNo(),
                -row.qty(),
                row.amount().negate()),
            "system");
    if (outcome instanceof ChangeOutcome.Refused refused) {
      throw new Refusal("order", order.platformNo(), refused.why());
    }
  }

  private List<Order> candidates(UciProfile.Row row, String invoice) {
    if (!invoice.isEmpty()) {
      return orders.find(UciProfile.SHOP, invoice).stream().toList();
    }
    return row.customer().isEmpty() ? List.of() : orders.ofBuyer(UciProfile.SHOP, row.customer());
  }

  private static Optional<OrderLine> line(Order order, UciProfile.Row row) {
    return order.lines().stream()
        .filter(l -> l.platformSku().equals(row.code()) && l.openQty() >= -row.qty())
        .filter(l -> l.keptAmount().compareTo(row.amount().negate()) >= 0)
        .findFirst();
  }
}
