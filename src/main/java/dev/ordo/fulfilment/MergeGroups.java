package dev.ordo.fulfilment;

import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Rows that say: these orders wait for each other until then. */
@Repository
class MergeGroups {
  private static final String INSERT =
      """
      INSERT INTO merge_group (id, merge_scope, buyer_key, receiver_key, due_at, attempts)
      VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING\
      """;
  private static final String LOAD =
      "SELECT id, merge_scope, buyer_key, receiver_key FROM merge_group WHERE id = ANY(?)";
  private static final String DELETE = "DELETE FROM merge_group WHERE id = ANY(?)";
  private static final String SWEEP =
      """
      SELECT DISTINCT o.merge_scope, o.buyer_key, o.receiver_key
        FROM sales_order o JOIN order_line l ON l.order_id = o.id
       WHERE o.status IN ('RELEASED', 'PLANNED', 'PARTIALLY_SHIPPED') AND l.supply = 'LOCKED'
         AND NOT EXISTS (SELECT 1 FROM merge_group g WHERE g.merge_scope = o.merge_scope
               AND g.buyer_key = o.buyer_key AND g.receiver_key = o.receiver_key)
       LIMIT 500\
      """;

  /** Orders with the same key may merge. */
  record Key(String mergeScope, String buyerKey, String receiverKey) {}

  record Group(long id, Key key) {}

  record Due(Key key, Instant at) {}

  private final JdbcTemplate jdbc;
  private final Ids ids;

  MergeGroups(JdbcTemplate jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** Opens groups that are not open yet; an open one keeps its window. */
  void open(Collection<Due> wanted) {
    jdbc.batchUpdate(
        INSERT,
        wanted.stream()
            .sorted(java.util.Comparator.comparing(d -> d.key().receiverKey()))
            .map(
                d ->
                    new Object[] {
                      ids.next(),
                      d.key.mergeScope,
                      d.key.buyerKey,
                      d.key.receiverKey,
                      SqlTime.of(d.at)
                    })
            .toList());
  }

  List<Group> load(Collection<Long> groupIds) {
    return jdbc.query(
        LOAD,
        (row, i) ->
            new Group(
                row.getLong("id"),
                new Key(
                    row.getString("merge_scope"),
                    row.getString("buyer_key"),
                    row.getString("receiver_key"))),
        (Object) groupIds.toArray(Long[]::new));
  }

  void close(Collection<Long> groupIds) {
    jdbc.update(DELETE, (Object) groupIds.toArray(Long[]::new));
  }

  /** Keys of locked lines that no group waits for: the net under every other path. */
  List<Key> forgotten() {
    return jdbc.query(
        SWEEP,
        (row, i) ->
            new Key(
                row.getString("merge_scope"),
                row.getString("buyer_key"),
                row.getString("receiver_key")));
  }
}
