package dev.ordo.purchasing;

import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Units ordered per article and business day. */
@Repository
class DemandHistory {
  static final int DAYS = 90;

  private static final String INSERT =
      """
      INSERT INTO demand_day (business_day, sku, qty) VALUES (?, ?, ?) ON CONFLICT DO NOTHING\
      """;
  private static final String SINCE =
      "SELECT business_day, sku, qty FROM demand_day WHERE business_day >= ? AND business_day < ?";

  /** One article on one day. */
  record Day(LocalDate day, String sku, int qty) {}

  private final JdbcTemplate jdbc;

  DemandHistory(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds days; what is known of a day and article stays as it is. */
  void add(Collection<Day> days) {
    jdbc.batchUpdate(
        INSERT,
        days.stream()
            .map(day -> new Object[] {Date.valueOf(day.day()), day.sku(), day.qty()})
            .toList());
  }

  Optional<LocalDate> first() {
    return jdbc.queryForList("SELECT MIN(business_day) FROM demand_day", Date.class).stream()
        .filter(java.util.Objects::nonNull)
        .map(Date::toLocalDate)
        .findFirst();
  }

  /** The last 90 days before this one, from the first day anything is known of. */
  Map<String, DailyDemand> before(LocalDate today) {
    LocalDate first = first().orElse(today);
    LocalDate from = first.isAfter(today.minusDays(DAYS)) ? first : today.minusDays(DAYS);
    int length = (int) Math.max(0, ChronoUnit.DAYS.between(from, today));
    Map<String, List<Integer>> days = new HashMap<>();
    jdbc.query(
        SINCE,
        row -> {
          LocalDate day = row.getDate("business_day").toLocalDate();
          days.computeIfAbsent(
                  row.getString("sku"), s -> new ArrayList<>(Collections.nCopies(length, 0)))
              .set((int) ChronoUnit.DAYS.between(from, day), row.getInt("qty"));
        },
        Date.valueOf(from),
        Date.valueOf(today));
    Map<String, DailyDemand> demand = new HashMap<>();
    days.forEach((sku, list) -> demand.put(sku, new DailyDemand(List.copyOf(list))));
    return demand;
  }
}
