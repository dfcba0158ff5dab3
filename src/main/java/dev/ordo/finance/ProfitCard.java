package dev.ordo.finance;

import dev.ordo.access.Role;
import dev.ordo.console.Badge;
import dev.ordo.console.HomeCard;
import dev.ordo.console.Times;
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

  ProfitCard(Profits profits, BusinessClock clock, Times times, FinanceSettings settings) {
    this.profits = profits;
    this.clock = clock;
    this.times = times;
    this.settings = settings;
  }

  @Override
  public int position() {
    return 80;
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
    String hint = "%s / %s%%".formatted(row.revenue().toPlainString(), row.margin());
    String value = row.profit().toPlainString() + " " + settings.bookCurrency();
    return new Figures(new Figure("", value, hint, badge, "/finance/profit"));
  }
}
