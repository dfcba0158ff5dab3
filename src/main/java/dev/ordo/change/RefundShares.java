package dev.ordo.change;

import dev.ordo.order.Order;
import dev.ordo.order.OrderLine;
import dev.ordo.order.Orders;
import dev.ordo.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a refund takes from which line, exact to the cent: money beyond what the lines still carry
 * goes off the freight.
 *
 * @param freight money that goes off the freight
 */
record RefundShares(Map<Long, Orders.Back> lines, BigDecimal freight) {
  /** The lines a refund names: all of them where it names none. */
  static List<OrderLine> named(Order order, Change.RefundUnits refund) {
    return order.lines().stream()
        .filter(l -> refund.lineNo().isEmpty() || refund.lineNo().equals(l.lineNo()))
        .toList();
  }

  static RefundShares of(Order order, Change.RefundUnits refund) {
    boolean everything = isEverything(order, refund);
    Map<OrderLine, Integer> units = new HashMap<>();
    for (OrderLine line : named(order, refund)) {
      units.put(line, everything ? line.openQty() : Math.min(refund.qty(), line.openQty()));
    }
    boolean moneyOnly = units.values().stream().allMatch(qty -> qty == 0);
    List<OrderLine> payers =
        order.lines().stream()
            .filter(units::containsKey)
            .filter(l -> moneyOnly || units.getOrDefault(l, 0) > 0)
            .toList();
    BigDecimal amount = refund.amount().signum() > 0 ? refund.amount() : worth(payers, units);
    return shared(order, payers, units, amount);
  }

  /** Neither units nor a part of the money: the refund is about all of what it names. */
  private static boolean isEverything(Order order, Change.RefundUnits refund) {
    if (refund.qty() > 0) {
      return false;
    }
    BigDecimal rest = kept(order.lines()).add(freightLeft(order));
    BigDecimal paid = order.cod() ? rest : rest.min(order.paidAmount());
    return refund.amount().signum() == 0
        || (refund.lineNo().isEmpty() && refund.amount().compareTo(paid) >= 0);
  }

  private static RefundShares shared(
      Order order, List<OrderLine> payers, Map<OrderLine, Integer> units, BigDecimal amount) {
    Map<Long, Orders.Back> lines = new HashMap<>();
    BigDecimal onLines = BigDecimal.ZERO;
    if (!payers.isEmpty()) {
      List<Money> parts =
          Money.rounded(amount.min(kept(payers)), Currency.getInstance(order.currency()))
              .split(payers.stream().map(OrderLine::keptAmount).toList());
      for (int i = 0; i < payers.size(); i++) {
        OrderLine line = payers.get(i);
        BigDecimal part = parts.get(i).amount().min(line.keptAmount());
        onLines = onLines.add(part);
        lines.put(line.id(), new Orders.Back(units.getOrDefault(line, 0), part));
      }
    }
    return new RefundShares(lines, amount.subtract(onLines).min(freightLeft(order)));
  }

  /** What the units cost the buyer, where the refund names no money. */
  private static BigDecimal worth(List<OrderLine> payers, Map<OrderLine, Integer> units) {
    BigDecimal worth = BigDecimal.ZERO;
    for (OrderLine line : payers) {
      int qty = units.getOrDefault(line, 0);
      int rest = line.qty() - line.cancelledQty();
      if (qty > 0) {
        BigDecimal part =
            line.keptAmount()
                .multiply(BigDecimal.valueOf(qty))
                .divide(BigDecimal.valueOf(rest), 2, java.math.RoundingMode.HALF_UP);
        worth = worth.add(part);
      }
    }
    return worth;
  }

  private static BigDecimal kept(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::keptAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal freightLeft(Order order) {
    return order.freightAmount().subtract(order.freightRefunded());
  }

  int units() {
    return lines.values().stream().mapToInt(Orders.Back::qty).sum();
  }
}
