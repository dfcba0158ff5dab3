package dev.ordo.finance.web;

import dev.ordo.access.People;
import dev.ordo.console.Listing;
import dev.ordo.console.Times;
import dev.ordo.finance.Ledger;
import dev.ordo.finance.LedgerLine;
import dev.ordo.finance.ProfitRow;
import dev.ordo.finance.Profits;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger and the profit for other systems. */
@RestController
@PreAuthorize("hasAnyRole('ACCOUNTANT', 'OPS_MANAGER', 'AUDITOR', 'INTEGRATION')")
class FinanceApiController {
  /** A ledger line with ids as strings. */
  record Entry(
      String id,
      String voucher,
      String journal,
      String account,
      BigDecimal debit,
      BigDecimal credit,
      String currency,
      String order,
      String consignment,
      String shop,
      String sku,
      String province,
      LocalDate day) {
    static Entry of(LedgerLine line) {
      return new Entry(
          Ids.text(line.id()),
          Ids.text(line.voucherId()),
          line.journal(),
          line.account(),
          line.debit(),
          line.credit(),
          line.currency(),
          Ids.text(line.orderId()),
          Ids.text(line.consignmentId()),
          line.shop(),
          line.sku(),
          line.province(),
          line.day());
    }
  }

  /** A page of entries; {@code next} is the cursor of the following page, empty at the end. */
  record Entries(List<Entry> entries, String next) {}

  /** One profit row with what follows from it. */
  record Profit(ProfitRow amounts, BigDecimal profit, BigDecimal marginPercent) {}

  private final Ledger ledger;
  private final Profits profits;
  private final People people;
  private final BusinessClock clock;
  private final Times times;

  FinanceApiController(
      Ledger ledger, Profits profits, People people, BusinessClock clock, Times times) {
    this.ledger = ledger;
    this.profits = profits;
    this.people = people;
    this.clock = clock;
    this.times = times;
  }

  @GetMapping("/api/ledger")
  Entries ledger(
      @RequestParam(defaultValue = "") String account,
      @RequestParam @Nullable String order,
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate to,
      @RequestParam Optional<String> cursor) {
    if (order != null) {
      List<LedgerLine> seen =
          ledger.ofOrder(Ids.parse(order)).stream()
              .filter(line -> people.actor().scope().seesShop(line.shop()))
              .toList();
      return new Entries(seen.stream().map(Entry::of).toList(), "");
    }
    Span span = Span.of(from, to, clock, times);
    List<LedgerLine> found =
        ledger.page(
            span.from(),
            span.to(),
            account,
            people.actor().scope().shops(),
            Listing.before(cursor),
            Listing.SIZE + 1);
    Listing<LedgerLine> listing = Listing.of(found, Listing.SIZE, LedgerLine::id);
    return new Entries(listing.rows().stream().map(Entry::of).toList(), listing.next().orElse(""));
  }

  @GetMapping("/api/profit")
  List<Profit> profit(
      @RequestParam(defaultValue = "DAY") Profits.By by,
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate to) {
    Span span = Span.of(from, to, clock, times);
    return profits.by(by, span.from(), span.to(), people.actor().scope().shops()).stream()
        .map(row -> new Profit(row, row.profit(), row.margin()))
        .toList();
  }
}
