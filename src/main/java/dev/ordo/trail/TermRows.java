package dev.ordo.trail;

import dev.ordo.shared.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which decisions of which block have which term. */
@Repository
class TermRows {
  private final JdbcTemplate jdbc;

  TermRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(long block, Map<String, BitSet> positions) {
    jdbc.batchUpdate(
        "INSERT INTO seal_term (term, block, hits, positions) VALUES (?, ?, ?, ?)",
        positions.entrySet().stream()
            .map(
                e ->
                    new Object[] {
                      e.getKey(), block, e.getValue().cardinality(), e.getValue().toByteArray()
                    })
            .toList());
  }

  /** Blocks below a number that have any of the terms, newest first. */
  List<Long> blocks(Collection<String> any, long below) {
    return jdbc.queryForList(
        "SELECT DISTINCT block FROM seal_term WHERE term = ANY(?) AND block < ? ORDER BY block"
            + " DESC",
        Long.class,
        any.toArray(String[]::new),
        below);
  }

  /** All terms that begin so. */
  Set<String> known(String prefix) {
    return Set.copyOf(
        jdbc.queryForList(
            "SELECT DISTINCT term FROM seal_term WHERE term LIKE ?", String.class, prefix + "%"));
  }

  /** By block, the positions that have a term of each group; blocks without any are absent. */
  Map<Long, BitSet> all(List<Set<String>> groups, Collection<Long> blocks) {
    Map<Long, Map<String, BitSet>> read = positions(union(groups), blocks);
    Map<Long, BitSet> found = new HashMap<>();
    read.forEach(
        (block, positions) -> {
          BitSet all = all(groups, positions);
          if (!all.isEmpty()) {
            found.put(block, all);
          }
        });
    return found;
  }

  private static BitSet all(List<Set<String>> groups, Map<String, BitSet> positions) {
    BitSet all = new BitSet();
    boolean first = true;
    for (Set<String> group : groups) {
      BitSet any = new BitSet();
      group.forEach(term -> any.or(positions.getOrDefault(term, new BitSet())));
      if (first) {
        all.or(any);
      } else {
        all.and(any);
      }
      first = false;
    }
    return all;
  }

  private static Set<String> union(List<Set<String>> groups) {
    Set<String> union = new HashSet<>();
    groups.forEach(union::addAll);
    return union;
  }

  /** By block and term. */
  Map<Long, Map<String, BitSet>> positions(Collection<String> terms, Collection<Long> blocks) {
    Map<Long, Map<String, BitSet>> found = new TreeMap<>();
    jdbc.query(
        "SELECT block, term, positions FROM seal_term WHERE block = ANY(?) AND term = ANY(?)",
        row -> {
          found
              .computeIfAbsent(row.getLong(1), b -> new HashMap<>())
              .put(row.getString(2), BitSet.valueOf(row.getBytes(3)));
        },
        blocks.toArray(Long[]::new),
        terms.toArray(String[]::new));
    return found;
  }

  /** How many decisions had a term on a business day, since one. */
  record OnDay(String term, LocalDate day, long hits, long lastBlock) {}

  List<OnDay> byDay(Collection<String> terms, Instant since) {
    return jdbc.query(
        """
        SELECT t.term, CAST(b.last_at AS DATE), sum(t.hits), max(t.block)
          FROM seal_term t JOIN seal_block b ON b.number = t.block
         WHERE t.term = ANY(?) AND b.last_at >= ? GROUP BY t.term, CAST(b.last_at AS DATE)\
        """,
        (row, i) ->
            new OnDay(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getLong(3),
                row.getLong(4)),
        terms.toArray(String[]::new),
        SqlTime.of(since));
  }
}
