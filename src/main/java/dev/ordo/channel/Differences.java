package dev.ordo.channel;

import dev.ordo.order.NewOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one version of an order says otherwise than the one before, in codes and figures that the
 * console puts into words; never personal data. Compared is what the shop said with what the shop
 * said before, so that nothing people changed here is taken back.
 *
 * @param said one entry per difference
 * @param goods whether lines or money are among them
 */
record Differences(List<String> said, boolean goods) {
  private static final int MOST_TOLD = 12;

  static Differences between(Reading.Fit before, Reading.Fit newer) {
    List<String> goods = new ArrayList<>();
    lines(before.order(), newer.order(), goods);
    amounts(before.order(), newer.order(), goods);
    List<String> said = new ArrayList<>(goods);
    words(before, newer, said);
    return new Differences(said, !goods.isEmpty());
  }

  boolean isEmpty() {
    return said.isEmpty();
  }

  String text() {
    String text = String.join("; ", said.subList(0, Math.min(MOST_TOLD, said.size())));
    return said.size() > MOST_TOLD ? text + "; …" : text;
  }

  private static void lines(NewOrder before, NewOrder newer, List<String> said) {
    Map<String, NewOrder.Line> gone = new LinkedHashMap<>();
    before.lines().forEach(l -> gone.put(l.lineNo(), l));
    for (NewOrder.Line line : newer.lines()) {
      NewOrder.Line old = gone.remove(line.lineNo());
      if (old == null) {
        said.add("LINE_ADDED %s: %s × %d".formatted(line.lineNo(), line.platformSku(), line.qty()));
      } else {
        line(old, line, said);
      }
    }
    gone.values()
        .forEach(
            l ->
                said.add(
                    "LINE_REMOVED %s: %s × %d".formatted(l.lineNo(), l.platformSku(), l.qty())));
  }

  private static void line(NewOrder.Line old, NewOrder.Line line, List<String> said) {
    String name = "ORDER_LINE " + line.lineNo();
    text(name, old.platformSku(), line.platformSku(), said);
    text(name + " QUANTITY", String.valueOf(old.qty()), String.valueOf(line.qty()), said);
    money(name, old.amount(), line.amount(), said);
  }

  private static void amounts(NewOrder before, NewOrder newer, List<String> said) {
    money("FREIGHT", before.freightAmount(), newer.freightAmount(), said);
    money("TOTAL_AMOUNT", before.totalAmount(), newer.totalAmount(), said);
    boolean more = newer.paidAmount().compareTo(before.paidAmount()) > 0;
    if (more && !newer.cod() && before.paidAmount().signum() > 0) {
      money("PAID_AMOUNT", before.paidAmount(), newer.paidAmount(), said);
    }
  }

  private static void words(Reading.Fit before, Reading.Fit newer, List<String> said) {
    NewOrder old = before.order();
    NewOrder now = newer.order();
    text("DELIVERY_METHOD", old.deliveryMethod(), now.deliveryMethod(), said);
    text(
        "PAYMENT_METHOD",
        before.canonical().paymentMethod(),
        newer.canonical().paymentMethod(),
        said);
    if (!old.buyerRemark().equals(now.buyerRemark())) {
      said.add("BUYER_REMARK");
    }
    if (!old.sellerRemark().equals(now.sellerRemark())) {
      said.add("SELLER_REMARK");
    }
    if (!Objects.equals(before.canonical().invoice(), newer.canonical().invoice())) {
      said.add("INVOICE");
    }
  }

  private static void money(String name, BigDecimal old, BigDecimal now, List<String> said) {
    if (old.compareTo(now) != 0) {
      said.add("%s: %s → %s".formatted(name, old.toPlainString(), now.toPlainString()));
    }
  }

  private static void text(String name, String old, String now, List<String> said) {
    if (!old.equals(now)) {
      said.add("%s: %s → %s".formatted(name, old, now));
    }
  }
}
