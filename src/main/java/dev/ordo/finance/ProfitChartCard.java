package dev.ordo.finance;

import dev.ordo.access.Role;
import dev.ordo.console.HomeCard;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Revenue and gross profit of the last two weeks on the home page. */
@Component
class ProfitChartCard implements HomeCard {
  private static final int DAYS = 14;

  private final Profits profits;
  private final BusinessClock clock;
  private final Times times;
  private final Words words;

  ProfitChartCard(Profits profits, BusinessClock clock, Times times, Words words) {
    this.profits = profits;
    this.clock = clock;
    this.times = times;
    this.words = words;
  }

  @Override
  public int position() {
    return 180;
  }

  @Override
  public int width() {
    return 2;
  }

  @Override
  public String titleKey() {
    return "finance.profit-by-day";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.ACCOUNTANT, Role.OPS_MANAGER, Role.AUDITOR);
  }

  @Override
  public Content content(Locale locale, Scope scope) {
    LocalDate today = clock.today(times.zone());
    List<ProfitRow> rows =
        profits.by(Profits.By.DAY, today.minusDays(DAYS - 1), today, scope.shops());
    return new Chart(
        Map.of(
            "legend",
            Map.of("top", 0),
            "xAxis",
            Map.of("type", "category", "data", rows.stream().map(ProfitRow::key).toList()),
            "yAxis",
            Map.of("type", "value"),
            "series",
            List.of(
                series(
                    "bar",
                    "finance.revenue",
                    locale,
                    rows.stream().map(ProfitRow::revenue).toList()),
                series(
                    "bar",
                    "finance.profit",
                    locale,
                    rows.stream().map(ProfitRow::profit).toList()))));
  }

  private Map<String, Object> series(String type, String key, Locale locale, List<?> data) {
    return Map.of("type", type, "name", words.of(key, locale), "data", data);
  }
}
