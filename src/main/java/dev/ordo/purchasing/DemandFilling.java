package dev.ordo.purchasing;

import dev.ordo.console.Times;
import dev.ordo.order.Orders;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes over, day by day, what buyers ordered; each finished day is counted once. */
@Component
class DemandFilling {
  private static final String LAST = "SELECT MAX(business_day) FROM replenishment_run";

  private final JdbcTemplate jdbc;
  private final Orders orders;
  private final DemandHistory history;
  private final Times times;

  DemandFilling(JdbcTemplate jdbc, Orders orders, DemandHistory history, Times times) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.history = history;
    this.times = times;
  }

  /** Fills the finished days before today that no run has counted; 90 on the very first one. */
  void upTo(LocalDate today) {
    LocalDate oldest = today.minusDays(DemandHistory.DAYS);
    LocalDate from = lastRun().filter(last -> last.isAfter(oldest)).orElse(oldest);
    List<DemandHistory.Day> days = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(today); day = day.plusDays(1)) {
      LocalDate counted = day;
      orders
          .demand(start(day), start(day.plusDays(1)))
          .forEach((sku, qty) -> days.add(new DemandHistory.Day(counted, sku, qty)));
    }
    history.add(days);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(times.zone()).toInstant();
  }

  private Optional<LocalDate> lastRun() {
    return jdbc.queryForList(LAST, Date.class).stream()
        .filter(java.util.Objects::nonNull)
        .map(Date::toLocalDate)
        .findFirst();
  }
}
