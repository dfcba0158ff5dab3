package dev.ordo.finance;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The append-only double-entry ledger; each voucher key is posted once, whoever repeats it. */
@Component
public class Ledger {
  private static final String KNOWN =
      "SELECT voucher_key FROM ledger_voucher WHERE voucher_key = ANY(?)";
  private static final String VOUCHER =
      """
      INSERT INTO ledger_voucher (id, voucher_key, journal, business_day, currency, memo, posted_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String ENTRY =
      """
      INSERT INTO ledger_entry (id, voucher_id, journal, account, debit, credit, currency, order_id,
          consignment_id, shop, sku, province, business_day)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String SELECT =
      """
      SELECT id, voucher_id, journal, account, debit, credit, currency, order_id, consignment_id,
             shop, sku, province, business_day
        FROM ledger_entry\
      """;
  private static final String OF_ORDER = SELECT + " WHERE order_id = ? ORDER BY id";
  private static final String POSTED_OF_ORDER =
      """
      SELECT v.id AS voucher, v.journal AS of_journal, v.posted_at
        FROM ledger_voucher v
       WHERE v.id IN (SELECT e.voucher_id FROM ledger_entry e WHERE e.order_id = ?)
       ORDER BY v.id\
      """;
  private static final String PAGE =
      SELECT
          + "\n"
          + """
          WHERE id < ? AND business_day BETWEEN ? AND ?
            AND (? = '' OR account LIKE ?) AND (? OR shop = ANY(?))
          ORDER BY id DESC LIMIT ?\
          """;
  private static final String UNBALANCED =
      """
      SELECT voucher_id FROM ledger_entry
       GROUP BY voucher_id, currency HAVING SUM(debit) <> SUM(credit) LIMIT 100\
      """;

  private final JdbcTemplate jdbc;
  private final Ids ids;
  private final BusinessClock clock;

  Ledger(JdbcTemplate jdbc, Ids ids, BusinessClock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Posts in the caller's transaction.
   *
   * @return how many vouchers were new
   */
  public int post(Collection<Voucher> vouchers) {
    Map<String, Voucher> fresh = new LinkedHashMap<>();
    vouchers.forEach(voucher -> fresh.putIfAbsent(voucher.key(), voucher));
    fresh.keySet().removeAll(known(fresh.keySet()));
    List<Object[]> heads = new ArrayList<>();
    List<Object[]> entries = new ArrayList<>();
    Timestamp now = Timestamp.from(clock.now());
    for (Voucher voucher : fresh.values()) {
      long id = ids.next();
      heads.add(
          new Object[] {
            id,
            voucher.key(),
            voucher.journal(),
            Date.valueOf(voucher.day()),
            voucher.currency(),
            voucher.memo(),
            now
          });
      voucher.lines().forEach(line -> entries.add(entry(id, voucher, line)));
    }
    jdbc.batchUpdate(VOUCHER, heads);
    jdbc.batchUpdate(ENTRY, entries);
    return heads.size();
  }

  private Set<String> known(Collection<String> keys) {
    Object array = keys.toArray(new String[0]);
    return new HashSet<>(jdbc.queryForList(KNOWN, String.class, array));
  }

  private Object[] entry(long voucherId, Voucher voucher, Voucher.Line line) {
    Voucher.About about = line.about();
    return new Object[] {
      ids.next(),
      voucherId,
      voucher.journal(),
      line.account().code(),
      line.debit(),
      line.credit(),
      voucher.currency(),
      about.orderId(),
      about.consignmentId(),
      about.shop(),
      about.sku(),
      about.province(),
      Date.valueOf(voucher.day())
    };
  }

  /** All lines about an order, in the order they were posted. */
  public List<LedgerLine> ofOrder(long orderId) {
    return jdbc.query(OF_ORDER, Ledger::line, orderId);
  }

  /**
   * What a voucher says about one order.
   *
   * @param at when it was posted, business time
   */
  record Posted(String journal, Instant at, List<LedgerLine> lines) {}

  List<Posted> vouchersOfOrder(long orderId) {
    Map<Long, List<LedgerLine>> lines =
        ofOrder(orderId).stream().collect(Collectors.groupingBy(LedgerLine::voucherId));
    return jdbc.query(
        POSTED_OF_ORDER,
        (row, i) ->
            new Posted(
                row.getString("of_journal"),
                SqlTime.read(row, "posted_at"),
                lines.getOrDefault(row.getLong("voucher"), List.of())),
        orderId);
  }

  /**
   * One page of the journal, newest first.
   *
   * @param account code or its beginning, empty for all
   * @param shops shops the reader may see, empty for all
   * @param before only ids below: the cursor
   */
  public List<LedgerLine> page(
      LocalDate from, LocalDate to, String account, Set<String> shops, long before, int limit) {
    return jdbc.query(
        PAGE,
        Ledger::line,
        before,
        Date.valueOf(from),
        Date.valueOf(to),
        account,
        account + "%",
        shops.isEmpty(),
        shops.toArray(new String[0]),
        limit);
  }

  /** Vouchers whose debits and credits differ: none, or something is badly wrong. */
  public List<Long> unbalanced() {
    return jdbc.queryForList(UNBALANCED, Long.class);
  }

  private static LedgerLine line(ResultSet row, int number) throws SQLException {
    return new LedgerLine(
        row.getLong("id"),
        row.getLong("voucher_id"),
        row.getString("journal"),
        row.getString("account"),
        row.getBigDecimal("debit"),
        row.getBigDecimal("credit"),
        row.getString("currency"),
        row.getLong("order_id"),
        row.getLong("consignment_id"),
        row.getString("shop"),
        row.getString("sku"),
        row.getString("province"),
        row.getDate("business_day").toLocalDate());
  }
}
