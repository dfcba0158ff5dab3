package dev.ordo.inventory;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.SqlTime;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Books units in and out: figures, places, average cost and the ledger line that proves it. */
@Repository
class StockMoves {
  private static final String LEDGER =
      """
      INSERT INTO stock_ledger (id, at, kind, warehouse, sku, owner, batch, quality, pool, location,
          qty, unit_cost, cause_kind, cause_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String COST_OF =
      "SELECT owner, sku, unit_cost FROM stock_cost WHERE sku = ANY(?)";
  private static final String ISSUED =
      """
      SELECT cause_id, sku, max(unit_cost) AS unit_cost FROM stock_ledger
       WHERE cause_kind = ? AND cause_id = ANY(?) AND kind = 'ISSUE' GROUP BY cause_id, sku\
      """;
  private static final String OPEN =
      """
      SELECT warehouse, sku, owner, batch, quality, pool, max(unit_cost) AS unit_cost,
             -sum(qty) AS out
        FROM stock_ledger
       WHERE cause_kind = ? AND cause_id = ? AND kind IN ('ISSUE', 'RETURN')
       GROUP BY warehouse, sku, owner, batch, quality, pool HAVING sum(qty) < 0
       ORDER BY sku, warehouse, batch\
      """;
  private static final String COST_FIRST =
      "INSERT INTO stock_cost (owner, sku, qty, unit_cost) VALUES (?, ?, 0, 0) ON CONFLICT DO"
          + " NOTHING";
  private static final String COST_IN =
      """
      UPDATE stock_cost
         SET unit_cost = CASE WHEN qty <= 0 THEN CAST(? AS NUMERIC(19,6))
               ELSE ROUND((qty * unit_cost + CAST(? AS NUMERIC(19,6)) * CAST(? AS INTEGER))
                          / (qty + CAST(? AS INTEGER)), 6) END,
             qty = qty + ?
       WHERE owner = ? AND sku = ?\
      """;
  private static final String COST_OUT =
      "UPDATE stock_cost SET qty = qty - ? WHERE owner = ? AND sku = ?";
  private static final String KNOWN_RECEIPTS =
      "SELECT receipt_no, line_no FROM stock_receipt WHERE receipt_no = ANY(?)";
  private static final String NEW_RECEIPT =
      "INSERT INTO stock_receipt (receipt_no, line_no) VALUES (?, ?)";

  private final JdbcTemplate jdbc;
  private final StockFigures figures;
  private final StockLocks locks;
  private final StockPlaces places;
  private final StockNews news;
  private final Ids ids;
  private final BusinessClock clock;

  StockMoves(
      JdbcTemplate jdbc,
      StockFigures figures,
      StockLocks locks,
      StockPlaces places,
      StockNews news,
      Ids ids,
      BusinessClock clock) {
    this.jdbc = jdbc;
    this.figures = figures;
    this.locks = locks;
    this.places = places;
    this.news = news;
    this.ids = ids;
    this.clock = clock;
  }

  void deduct(String cause, Map<String, List<Deduction>> byCauseId) {
    Map<Demand, Left> left = new HashMap<>();
    byCauseId.forEach((id, all) -> all.forEach(d -> left.put(d.demand(), new Left(id, d))));
    List<StockLocks.OpenLock> open = left.isEmpty() ? List.of() : locks.openOf(left.keySet());
    if (open.isEmpty()) {
      return;
    }
    List<Lock> consumed = open.stream().map(StockLocks.OpenLock::lock).toList();
    TreeMap<StockKey, Integer> perKey = StockLocks.perKey(consumed);
    locks.close(open, "CONSUMED");
    figures.deduct(perKey);
    places.take(
        consumed.stream()
            .map(Lock::demand)
            .distinct()
            .flatMap(demand -> Objects.requireNonNull(left.get(demand)).deduction.places().stream())
            .toList());
    List<String> skus = perKey.keySet().stream().map(StockKey::sku).distinct().toList();
    Map<String, BigDecimal> cost = average(skus);
    jdbc.batchUpdate(
        COST_OUT,
        perKey.entrySet().stream()
            .map(e -> new Object[] {e.getValue(), e.getKey().owner(), e.getKey().sku()})
            .toList());
    write("ISSUE", cause, consumed.stream().map(lock -> issue(lock, left, cost)).toList());
    news.changed(skus);
  }

  /** A deduction with the number of its document. */
  private record Left(String causeId, Deduction deduction) {}

  void receive(Collection<Receipt> receipts) {
    receipts.forEach(StockMoves::check);
    List<Receipt> fresh = unknown(receipts);
    if (fresh.isEmpty()) {
      return;
    }
    jdbc.batchUpdate(
        NEW_RECEIPT, fresh.stream().map(r -> new Object[] {r.receiptNo(), r.lineNo()}).toList());
    TreeMap<StockKey, Integer> perKey = new TreeMap<>();
    fresh.forEach(r -> perKey.merge(r.key(), r.qty(), Integer::sum));
    figures.add(perKey);
    places.put(fresh.stream().map(StockMoves::place).toList());
    raiseCost(fresh);
    write("RECEIPT", "RECEIPT", fresh.stream().map(StockMoves::arrival).toList());
    news.freed(perKey.keySet().stream().map(StockKey::sku).distinct().toList());
  }

  boolean takeBack(String cause, String causeId, Collection<Place> to) {
    List<Line> out = open(cause, causeId);
    if (out.isEmpty()) {
      return false;
    }
    TreeMap<StockKey, Integer> perKey = new TreeMap<>();
    out.forEach(l -> perKey.merge(l.key(), l.qty(), Integer::sum));
    figures.add(perKey);
    places.put(to);
    jdbc.batchUpdate(COST_IN, out.stream().map(StockMoves::costIn).toList());
    write("RETURN", cause, out);
    news.freed(perKey.keySet().stream().map(StockKey::sku).distinct().toList());
    return true;
  }

  void offer(List<String> skus) {
    news.freed(skus);
  }

  /** What of a document is out of stock; issues count, returns take off. */
  private List<Line> open(String cause, String causeId) {
    return jdbc.query(
        OPEN,
        (row, i) ->
            new Line(
                causeId,
                StockFigures.key(row),
                "-",
                row.getInt("out"),
                row.getBigDecimal("unit_cost")),
        cause,
        causeId);
  }

  private static Object[] costIn(Line line) {
    return new Object[] {
      line.unitCost(),
      line.unitCost(),
      line.qty(),
      line.qty(),
      line.qty(),
      line.key().owner(),
      line.key().sku()
    };
  }

  private record Line(
      String causeId, StockKey key, String location, int qty, BigDecimal unitCost) {}

  private static Line issue(Lock lock, Map<Demand, Left> left, Map<String, BigDecimal> cost) {
    BigDecimal unit = cost.getOrDefault(lock.key().sku(), BigDecimal.ZERO);
    Left from = Objects.requireNonNull(left.get(lock.demand()));
    String location =
        from.deduction.places().stream()
            .map(Place::location)
            .distinct()
            .collect(Collectors.joining("+"));
    String shown = location.isEmpty() || location.length() > 40 ? "-" : location;
    return new Line(from.causeId, lock.key(), shown, -lock.qty(), unit);
  }

  private static Line arrival(Receipt r) {
    return new Line(r.receiptNo(), r.key(), r.location(), r.qty(), r.unitCost());
  }

  private void write(String kind, String cause, List<Line> lines) {
    Timestamp now = SqlTime.of(clock.now());
    jdbc.batchUpdate(
        LEDGER,
        lines.stream()
            .map(
                l -> {
                  StockKey k = l.key();
                  return new Object[] {
                    ids.next(),
                    now,
                    kind,
                    k.warehouse(),
                    k.sku(),
                    k.owner(),
                    k.batch(),
                    k.quality(),
                    k.pool(),
                    l.location(),
                    l.qty(),
                    l.unitCost(),
                    cause,
                    l.causeId()
                  };
                })
            .toList());
  }

  private void raiseCost(List<Receipt> fresh) {
    jdbc.batchUpdate(
        COST_FIRST,
        fresh.stream()
            .map(r -> List.of(r.key().owner(), r.key().sku()))
            .distinct()
            .sorted(Comparator.comparing(List::toString))
            .map(List::toArray)
            .toList());
    jdbc.batchUpdate(
        COST_IN,
        fresh.stream()
            .map(
                r ->
                    new Object[] {
                      r.unitCost(),
                      r.unitCost(),
                      r.qty(),
                      r.qty(),
                      r.qty(),
                      r.key().owner(),
                      r.key().sku()
                    })
            .toList());
  }

  /** What the units of each document cost when they left, by document and article. */
  Map<String, Map<String, BigDecimal>> issued(String cause, Collection<String> causeIds) {
    Map<String, Map<String, BigDecimal>> costs = new HashMap<>();
    jdbc.query(
        ISSUED,
        row -> {
          costs
              .computeIfAbsent(row.getString("cause_id"), id -> new HashMap<>())
              .put(row.getString("sku"), row.getBigDecimal("unit_cost"));
        },
        cause,
        causeIds.toArray(String[]::new));
    return costs;
  }

  Map<String, BigDecimal> average(Collection<String> skus) {
    Map<String, BigDecimal> costs = new HashMap<>();
    jdbc.query(
        COST_OF,
        row -> {
          costs.put(row.getString("sku"), row.getBigDecimal("unit_cost"));
        },
        (Object) skus.toArray(String[]::new));
    return costs;
  }

  private List<Receipt> unknown(Collection<Receipt> receipts) {
    Set<List<String>> known = new HashSet<>();
    jdbc.query(
        KNOWN_RECEIPTS,
        row -> {
          known.add(List.of(row.getString("receipt_no"), row.getString("line_no")));
        },
        (Object) receipts.stream().map(Receipt::receiptNo).distinct().toArray(String[]::new));
    return receipts.stream().filter(r -> known.add(List.of(r.receiptNo(), r.lineNo()))).toList();
  }

  private static Place place(Receipt r) {
    return new Place(r.key().warehouse(), r.location(), r.key().sku(), r.key().batch(), r.qty());
  }

  private static void check(Receipt receipt) {
    if (receipt.qty() < 1 || receipt.qty() > 10_000_000) {
      throw new Refusal("qty", receipt.qty(), "Give the units that arrived, 1 to 10,000,000.");
    }
    if (receipt.unitCost().signum() < 0) {
      throw new Refusal("unitCost", receipt.unitCost(), "Give the cost of one unit, 0 or more.");
    }
  }
}
