package dev.ordo.inventory;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.sql.Timestamp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Opens, hands over and closes the locks behind the locked figure. */
@Repository
class StockLocks {
  private static final String INSERT =
      """
      INSERT INTO stock_lock (id, demand_kind, demand_id, warehouse, sku, owner, batch, quality,
          pool, qty, status, locked_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)\
      """;
  private static final String OPEN_OF =
      """
      SELECT id, demand_kind, demand_id, warehouse, sku, owner, batch, quality, pool, qty
        FROM stock_lock WHERE demand_id = ANY(?) AND status = 'OPEN'
       ORDER BY id FOR UPDATE\
      """;
  private static final String CLOSE =
      "UPDATE stock_lock SET status = ?, closed_at = ? WHERE id = ? AND status = 'OPEN'";
  private static final String PASS_ON =
      """
      MERGE INTO stock_lock l
      USING (SELECT * FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY),
             CAST(? AS BIGINT ARRAY)) AS u (id, kind, demand)) AS n
         ON l.id = n.id AND l.status = 'OPEN'
       WHEN MATCHED THEN UPDATE SET demand_kind = n.kind, demand_id = n.demand\
      """;
  private static final String SHRINK =
      "UPDATE stock_lock SET qty = qty - ? WHERE id = ? AND status = 'OPEN' AND qty > ?";

  /** An open lock with its row. */
  record OpenLock(long id, Lock lock) {}

  private record Passed(long lock, Demand to) {}

  private final JdbcTemplate jdbc;
  private final StockFigures figures;
  private final StockNews news;
  private final Ids ids;
  private final BusinessClock clock;

  StockLocks(
      JdbcTemplate jdbc, StockFigures figures, StockNews news, Ids ids, BusinessClock clock) {
    this.jdbc = jdbc;
    this.figures = figures;
    this.news = news;
    this.ids = ids;
    this.clock = clock;
  }

  void open(Collection<Lock> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    figures.lock(perKey(wanted));
    insert(wanted);
    news.changed(skus(wanted));
  }

  List<OpenLock> openOf(Collection<Demand> demands) {
    Long[] demandIds = demands.stream().map(Demand::id).distinct().toArray(Long[]::new);
    return jdbc
        .query(
            OPEN_OF,
            (row, i) ->
                new OpenLock(
                    row.getLong("id"),
                    new Lock(
                        new Demand(
                            Demand.Kind.valueOf(row.getString("demand_kind")),
                            row.getLong("demand_id")),
                        StockFigures.key(row),
                        row.getInt("qty"))),
            (Object) demandIds)
        .stream()
        .filter(l -> demands.contains(l.lock().demand()))
        .toList();
  }

  void release(Collection<Demand> demands) {
    List<OpenLock> open = openOf(java.util.Set.copyOf(demands));
    if (open.isEmpty()) {
      return;
    }
    close(open, "RELEASED");
    List<Lock> freed = open.stream().map(OpenLock::lock).toList();
    figures.unlock(perKey(freed));
    news.freed(skus(freed));
  }

  void close(List<OpenLock> open, String status) {
    Timestamp now = SqlTime.of(clock.now());
    jdbc.batchUpdate(CLOSE, open.stream().map(l -> new Object[] {status, now, l.id()}).toList());
  }

  void handOver(Collection<Handover> handovers) {
    Map<Demand, Deque<OpenLock>> open = new HashMap<>();
    openOf(handovers.stream().map(Handover::from).distinct().toList())
        .forEach(l -> open.computeIfAbsent(l.lock().demand(), d -> new ArrayDeque<>()).add(l));
    List<Passed> passed = new ArrayList<>();
    List<Object[]> shrunk = new ArrayList<>();
    List<Lock> split = new ArrayList<>();
    handovers.forEach(
        h -> pass(h, open.getOrDefault(h.from(), new ArrayDeque<>()), passed, shrunk, split));
    jdbc.update(
        PASS_ON,
        passed.stream().map(Passed::lock).toArray(Long[]::new),
        passed.stream().map(p -> p.to().kind().name()).toArray(String[]::new),
        passed.stream().map(p -> p.to().id()).toArray(Long[]::new));
    jdbc.batchUpdate(SHRINK, shrunk);
    insert(split);
  }

  private static void pass(
      Handover handover,
      Deque<OpenLock> open,
      List<Passed> passed,
      List<Object[]> shrunk,
      List<Lock> split) {
    Demand to = handover.to();
    int rest = handover.qty();
    while (rest > 0) {
      OpenLock next = open.poll();
      if (next == null) {
        throw new IllegalStateException(
            "The locks of (%s) lack (%d) units for (%s).".formatted(handover.from(), rest, to));
      }
      Lock lock = next.lock();
      if (lock.qty() <= rest) {
        passed.add(new Passed(next.id(), to));
        rest -= lock.qty();
      } else {
        shrunk.add(new Object[] {rest, next.id(), rest});
        split.add(new Lock(to, lock.key(), rest));
        open.push(new OpenLock(next.id(), new Lock(lock.demand(), lock.key(), lock.qty() - rest)));
        rest = 0;
      }
    }
  }

  private void insert(Collection<Lock> locks) {
    Timestamp now = SqlTime.of(clock.now());
    jdbc.batchUpdate(
        INSERT,
        locks.stream()
            .map(
                l -> {
                  StockKey k = l.key();
                  return new Object[] {
                    ids.next(),
                    l.demand().kind().name(),
                    l.demand().id(),
                    k.warehouse(),
                    k.sku(),
                    k.owner(),
                    k.batch(),
                    k.quality(),
                    k.pool(),
                    l.qty(),
                    now
                  };
                })
            .toList());
  }

  static TreeMap<StockKey, Integer> perKey(Collection<Lock> locks) {
    TreeMap<StockKey, Integer> qtyByKey = new TreeMap<>();
    locks.forEach(l -> qtyByKey.merge(l.key(), l.qty(), Integer::sum));
    return qtyByKey;
  }

  private static List<String> skus(Collection<Lock> locks) {
    return locks.stream().map(l -> l.key().sku()).distinct().sorted().toList();
  }
}
