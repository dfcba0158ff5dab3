package dev.ordo.trail;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Positions within one block by term, of those terms it has. */
  Map<String, BitSet> positions(Collection<String> terms, long block) {
    Map<String, BitSet> found = new HashMap<>();
    jdbc.query(
        "SELECT term, positions FROM seal_term WHERE term = ANY(?) AND block = ?",
        row -> {
          found.put(row.getString(1), BitSet.valueOf(row.getBytes(2)));
        },
        terms.toArray(String[]::new),
        block);
    return found;
  }
}
