package dev.ordo.finance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Gross profit read from the ledger, foreign currencies converted by the rate of the day. */
@Component
public class Profits {
  /** What profit can be told apart by; the column is ours, never the caller's. */
  public enum By {
    DAY("business_day"),
    SHOP("shop"),
    SKU("sku"),
    PROVINCE("province"),
    ORDER("order_id");

    private final String column;

    By(String column) {
      this.column = column;
    }
  }

  private static final String SUMS =
      """
      SELECT %s AS k, account, currency, business_day, SUM(debit - credit) AS amount
        FROM ledger_entry
       WHERE business_day BETWEEN ? AND ? AND account >= '6' AND (? OR shop = ANY(?))
       GROUP BY %s, account, currency, business_day\
      """;
  private static final String RATES =
      "SELECT currency, valid_from, rate FROM exchange_rate ORDER BY valid_from";

  private record Rate(String currency, LocalDate from, BigDecimal rate) {}

  private record Sum(
      String key, String account, String currency, LocalDate day, BigDecimal amount) {}

  private final JdbcTemplate jdbc;

  Profits(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Profit of a span of business days; days ascending, everything else by falling profit.
   *
   * @param shops shops the reader may see, empty for all
   */
  public List<ProfitRow> by(By by, LocalDate from, LocalDate to, Set<String> shops) {
    List<Rate> rates = rates();
    Map<String, Map<String, BigDecimal>> sums = new LinkedHashMap<>();
    for (Sum sum : sums(by, from, to, shops)) {
      BigDecimal value = sum.amount().multiply(rate(rates, sum));
      sums.computeIfAbsent(sum.key(), k -> new HashMap<>())
          .merge(sum.account(), value, BigDecimal::add);
    }
    Comparator<ProfitRow> order =
        by == By.DAY
            ? Comparator.comparing(ProfitRow::key)
            : Comparator.comparing(ProfitRow::profit).reversed();
    return sums.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).sorted(order).toList();
  }

  /** Everything in the span as one row. */
  public ProfitRow total(LocalDate from, LocalDate to, Set<String> shops) {
    return by(By.DAY, from, to, shops).stream().reduce(row("", Map.of()), Profits::plus);
  }

  private static ProfitRow plus(ProfitRow a, ProfitRow b) {
    return new ProfitRow(
        a.key(),
        a.revenue().add(b.revenue()),
        a.goodsCost().add(b.goodsCost()),
        a.commission().add(b.commission()),
        a.promotion().add(b.promotion()),
        a.freight().add(b.freight()),
        a.packing().add(b.packing()));
  }

  private List<Sum> sums(By by, LocalDate from, LocalDate to, Set<String> shops) {
    return jdbc.query(
        SUMS.formatted(by.column, by.column),
        (row, i) ->
            new Sum(
                row.getString("k"),
                row.getString("account"),
                row.getString("currency"),
                row.getDate("business_day").toLocalDate(),
                row.getBigDecimal("amount")),
        Date.valueOf(from),
        Date.valueOf(to),
        shops.isEmpty(),
        shops.toArray(new String[0]));
  }

  private List<Rate> rates() {
    return jdbc.query(
        RATES,
        (row, i) ->
            new Rate(
                row.getString("currency"),
                row.getDate("valid_from").toLocalDate(),
                row.getBigDecimal("rate")));
  }

  /** The latest rate valid on the day; a currency without one counts as book currency. */
  private static BigDecimal rate(List<Rate> rates, Sum sum) {
    BigDecimal found = BigDecimal.ONE;
    for (Rate rate : rates) {
      if (rate.currency().equals(sum.currency()) && !rate.from().isAfter(sum.day())) {
        found = rate.rate();
      }
    }
    return found;
  }

  private static ProfitRow row(String key, Map<String, BigDecimal> amounts) {
    return new ProfitRow(
        key,
        of(amounts, Account.REVENUE).add(of(amounts, Account.FREIGHT_REVENUE)).negate(),
        of(amounts, Account.GOODS_COST),
        of(amounts, Account.COMMISSION),
        of(amounts, Account.PROMOTION),
        of(amounts, Account.FREIGHT_COST),
        of(amounts, Account.PACKING_COST));
  }

  private static BigDecimal of(Map<String, BigDecimal> amounts, Account account) {
    return amounts.getOrDefault(account.code(), BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
  }
}
