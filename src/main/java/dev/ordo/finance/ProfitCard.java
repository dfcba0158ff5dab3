package dev.ordo.finance;

import dev.ordo.access.Role;
import dev.ordo.console.Amounts;
import dev.ordo.console.Badge;
import dev.ordo.console.HomeCard;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Scope;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Today's gross profit on the home page. */
@Component
class ProfitCard implements HomeCard {
  private final Profits profits;
  private final BusinessClock clock;
  private final Times times;
  private final FinanceSettings settings;
  private final Words words;

  ProfitCard(
      Profits profits, BusinessClock clock, Times times, FinanceSettings settings, Words words) {
    this.profits = profits;
    this.clock = clock;
    this.times = times;
    this.settings = settings;
    this.words = words;
  }

  @Override
  public int position() {
    return 80;
  }

  @Override
  public int width() {
    return 2;
  }

  @Override
  public String titleKey() {
    return "finance.profit-today";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.ACCOUNTANT, Role.OPS_MANAGER, Role.AUDITOR);
  }

  @Override
  public Content content(Locale locale, Scope scope) {
    LocalDate today = clock.today(times.zone());
    ProfitRow row = profits.total(today, today, scope.shops());
    Badge badge = row.profit().signum() < 0 ? Badge.BAD : Badge.NONE;
    String hint =
        words.of(
            "finance.card.hint", locale, Amounts.text(row.revenue()), row.margin().toPlainString());
    String value = Amounts.text(row.profit()) + " " + settings.bookCurrency();
    return new Figures(new Figure("", value, hint, badge, "/finance/profit"));
  }
}
