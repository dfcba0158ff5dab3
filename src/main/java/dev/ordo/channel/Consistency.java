package dev.ordo.channel;

import dev.ordo.channel.CanonicalOrder.Line;
import dev.ordo.channel.CanonicalOrder.Refund;
import dev.ordo.channel.CanonicalOrder.Status;
import dev.ordo.shared.Refusal.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold between the fields of a canonical order: sums, uniqueness, times, references. */
final class Consistency {
  private final CanonicalOrder order;
  private final List<Fault> faults = new ArrayList<>();

  private Consistency(CanonicalOrder order) {
    this.order = order;
  }

  static List<Fault> faults(CanonicalOrder order) {
    Consistency check = new Consistency(order);
    check.lines();
    check.sums();
    check.payment();
    check.refunds();
    return check.faults;
  }

  private void lines() {
    if (order.lines().isEmpty()) {
      fault("lines", "[]", "Give at least one line.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < order.lines().size(); i++) {
      Line line = order.lines().get(i);
      if (!seen.add(line.lineNo())) {
        fault("lines.lineNo", line.lineNo(), "Give each line its own number.");
      }
      BigDecimal due =
          line.price().multiply(BigDecimal.valueOf(line.qty())).subtract(line.discount());
      same("lines[%d].amount".formatted(i), line.amount(), due, "qty × price − discount");
    }
  }

  private void sums() {
    BigDecimal lines =
        order.lines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    same("goodsAmount", order.goodsAmount(), lines, "the sum of the line amounts");
    BigDecimal total = order.goodsAmount().subtract(order.discount()).add(order.freight());
    same("total", order.total(), total, "goodsAmount − discount + freight");
  }

  private void payment() {
    boolean online = order.paymentMethod().equals("online");
    if (!online && !order.paymentMethod().equals("cod")) {
      fault("paymentMethod", order.paymentMethod(), "Use online or cod.");
    }
    if (online && order.status() == Status.PAID) {
      same("paid", order.paid(), order.total(), "the total, as the order is PAID online");
      if (order.paidAt() == null) {
        fault("paidAt", "", "Give the time of payment, as the order is PAID online.");
      }
    }
    if (order.paid().compareTo(order.total()) > 0) {
      fault("paid", order.paid(), "Give at most the total " + order.total() + ".");
    }
    if (order.modifiedAt().isBefore(order.createdAt())) {
      fault("modifiedAt", order.modifiedAt(), "Give a time not before createdAt.");
    }
  }

  private void refunds() {
    Set<String> seen = new HashSet<>();
    for (Refund refund : order.refunds()) {
      if (!seen.add(refund.refundNo())) {
        fault("refunds.refundNo", refund.refundNo(), "Give each refund its own number.");
      }
      if (!refund.lineNo().isEmpty() && line(refund.lineNo()) == null) {
        fault("refunds.lineNo", refund.lineNo(), "Name a line of this order or leave it out.");
      }
      if (refund.amount().compareTo(order.total()) > 0) {
        fault("refunds.amount", refund.amount(), "Give at most the total " + order.total() + ".");
      }
    }
  }

  private @org.jspecify.annotations.Nullable Line line(String lineNo) {
    return order.lines().stream().filter(l -> l.lineNo().equals(lineNo)).findFirst().orElse(null);
  }

  private void same(String field, BigDecimal given, BigDecimal due, String meaning) {
    if (given.compareTo(due) != 0) {
      fault(field, given, "Give %s = %s.".formatted(meaning, due.toPlainString()));
    }
  }

  private void fault(String field, Object value, String remedy) {
    faults.add(new Fault(field, String.valueOf(value), remedy));
  }
}
