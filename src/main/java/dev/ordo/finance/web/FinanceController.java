package dev.ordo.finance.web;

import dev.ordo.access.People;
import dev.ordo.console.Listing;
import dev.ordo.console.Times;
import dev.ordo.finance.Account;
import dev.ordo.finance.Ledger;
import dev.ordo.finance.LedgerLine;
import dev.ordo.finance.ProfitRow;
import dev.ordo.finance.Profits;
import dev.ordo.shared.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages profit and journal. */
@Controller
@PreAuthorize("hasAnyRole('ACCOUNTANT', 'OPS_MANAGER', 'AUDITOR')")
class FinanceController {
  private final Profits profits;
  private final Ledger ledger;
  private final ProfitTable tables;
  private final People people;
  private final BusinessClock clock;
  private final Times times;

  FinanceController(
      Profits profits,
      Ledger ledger,
      ProfitTable tables,
      People people,
      BusinessClock clock,
      Times times) {
    this.profits = profits;
    this.ledger = ledger;
    this.tables = tables;
    this.people = people;
    this.clock = clock;
    this.times = times;
  }

  @GetMapping("/finance/profit")
  String profit(
      @RequestParam(defaultValue = "DAY") Profits.By by,
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate to,
      Locale locale,
      Model model) {
    Span span = Span.of(from, to, clock, times);
    List<ProfitRow> rows = rows(by, span);
    model.addAttribute("by", by);
    model.addAttribute("all", List.of(Profits.By.values()));
    model.addAttribute("span", span);
    model.addAttribute("total", profits.total(span.from(), span.to(), shops()));
    model.addAttribute("rows", tables.cells(by, rows, locale));
    model.addAttribute("columns", tables.columns(by));
    model.addAttribute("chart", tables.chart(by, rows, locale));
    return "finance/profit";
  }

  @GetMapping("/finance/profit.csv")
  ResponseEntity<String> csv(
      @RequestParam(defaultValue = "DAY") Profits.By by,
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate to,
      Locale locale) {
    Span span = Span.of(from, to, clock, times);
    String name =
        "attachment; filename=\"profit-%s.csv\"".formatted(by.name().toLowerCase(Locale.ROOT));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, name)
        .body(tables.csv(by, rows(by, span), locale));
  }

  private List<ProfitRow> rows(Profits.By by, Span span) {
    return profits.by(by, span.from(), span.to(), shops());
  }

  private java.util.Set<String> shops() {
    return people.actor().scope().shops();
  }

  @GetMapping("/finance/ledger")
  String journal(
      @RequestParam(defaultValue = "") String account,
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate to,
      @RequestParam Optional<String> cursor,
      Model model) {
    Span span = Span.of(from, to, clock, times);
    List<LedgerLine> found =
        ledger.page(
            span.from(), span.to(), account, shops(), Listing.before(cursor), Listing.SIZE + 1);
    Listing<LedgerLine> listing = Listing.of(found, Listing.SIZE, LedgerLine::id);
    model.addAttribute("lines", listing.rows());
    model.addAttribute("next", listing.next().orElse(""));
    model.addAttribute("account", account);
    model.addAttribute("accounts", List.of(Account.values()));
    model.addAttribute("span", span);
    return "finance/ledger";
  }
}
