package dev.ordo.finance;

import dev.ordo.console.Amounts;
import dev.ordo.console.Cell;
import dev.ordo.console.PageSection;
import dev.ordo.console.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The ledger lines about an order, on its page. */
@Component
class LedgerSection implements PageSection {
  private final Ledger ledger;
  private final Words words;

  LedgerSection(Ledger ledger, Words words) {
    this.ledger = ledger;
    this.words = words;
  }

  @Override
  public String page() {
    return "order";
  }

  @Override
  public int position() {
    return 900;
  }

  @Override
  public Section section(long orderId, Locale locale) {
    return new Section(
        "finance.ledger",
        List.of(
            "finance.day",
            "finance.journal",
            "finance.account",
            "finance.sku",
            "finance.debit",
            "finance.credit",
            "finance.currency"),
        ledger.ofOrder(orderId).stream().map(line -> cells(line, locale)).toList());
  }

  private List<Cell> cells(LedgerLine line, Locale locale) {
    return List.of(
        Cell.text(line.day().toString()),
        Cell.text(words.code(line.journal(), locale)),
        Cell.text(line.account() + " " + words.of("finance.account." + line.account(), locale)),
        Cell.text(line.sku()),
        amount(line.debit()),
        amount(line.credit()),
        Cell.text(line.currency()));
  }

  private static Cell amount(BigDecimal amount) {
    return Cell.number(amount.signum() == 0 ? "" : Amounts.text(amount));
  }
}
