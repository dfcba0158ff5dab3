package dev.ordo.finance;

import dev.ordo.console.Amounts;
import dev.ordo.console.TimelineEntry;
import dev.ordo.console.TimelineEntry.Kind;
import dev.ordo.console.TimelineSource;
import dev.ordo.console.Words;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The vouchers about an order, line by line. */
@Component
class LedgerTimeline implements TimelineSource {
  private final Ledger ledger;
  private final Words words;

  LedgerTimeline(Ledger ledger, Words words) {
    this.ledger = ledger;
    this.words = words;
  }

  @Override
  public List<TimelineEntry> about(String kind, long subjectId, Locale locale) {
    return kind.equals("ORDER")
        ? ledger.vouchersOfOrder(subjectId).stream().map(v -> entry(v, locale)).toList()
        : List.of();
  }

  private TimelineEntry entry(Ledger.Posted voucher, Locale locale) {
    return new TimelineEntry(
        voucher.at(),
        Kind.MONEY,
        words.of("finance.voucher", locale, words.code(voucher.journal(), locale)),
        voucher.lines().stream().map(line -> line(line, locale)).toList());
  }

  private String line(LedgerLine line, Locale locale) {
    boolean debit = line.debit().signum() != 0;
    return words.of(
        debit ? "finance.line.debit" : "finance.line.credit",
        locale,
        words.of("finance.account." + line.account(), locale),
        Amounts.text(debit ? line.debit() : line.credit()) + " " + line.currency(),
        line.sku());
  }
}
