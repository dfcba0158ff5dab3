package dev.ordo.trail;

import dev.ordo.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The sealed blocks. */
@Repository
class BlockRows {
  private static final String COLUMNS =
      """
      number, sealed_at, entries, first_id, last_id, first_at, last_at, previous, link, content\
      """;
  private static final String SELECT = "SELECT " + COLUMNS + " FROM seal_block ";

  /** The whole chain in a few figures. */
  record Extent(long blocks, long entries, long first, long last, long greatestId) {}

  private final JdbcTemplate jdbc;

  BlockRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Block b) {
    jdbc.update(
        "INSERT INTO seal_block (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        b.number(),
        SqlTime.of(b.sealedAt()),
        b.size(),
        b.firstId(),
        b.lastId(),
        SqlTime.of(b.firstAt()),
        SqlTime.of(b.lastAt()),
        b.previous(),
        b.link(),
        b.content());
  }

  Optional<Block> last() {
    return one("ORDER BY number DESC LIMIT 1");
  }

  Optional<Block> find(long number) {
    return one("WHERE number = ?", number);
  }

  /** The first block from this number on. */
  Optional<Block> from(long number) {
    return one("WHERE number >= ? ORDER BY number LIMIT 1", number);
  }

  List<Block> of(Collection<Long> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : jdbc.query(
            SELECT + "WHERE number = ANY(?)", this::block, (Object) numbers.toArray(Long[]::new));
  }

  /** Blocks that may hold ids of this range. */
  List<Block> over(long least, long greatest) {
    return jdbc.query(
        SELECT + "WHERE last_id >= ? AND first_id <= ? ORDER BY number",
        this::block,
        least,
        greatest);
  }

  /** Blocks sealed before a moment, from a number on. */
  List<Block> sealedBefore(Instant moment, long from, int most) {
    return jdbc.query(
        SELECT + "WHERE number >= ? AND sealed_at < ? ORDER BY number LIMIT ?",
        this::block,
        from,
        SqlTime.of(moment),
        most);
  }

  /** Numbers, newest first, of blocks below one with decisions in a span of business time. */
  List<Long> numbers(long below, Instant from, Instant until) {
    return jdbc.queryForList(
        """
        SELECT number FROM seal_block WHERE number < ? AND last_at >= ? AND first_at < ?
         ORDER BY number DESC\
        """,
        Long.class,
        below,
        SqlTime.of(from),
        SqlTime.of(until));
  }

  Extent extent() {
    return jdbc.queryForObject(
        """
        SELECT count(*), coalesce(sum(entries), 0), coalesce(min(number), 0),
               coalesce(max(number), 0), coalesce(max(last_id), 0) FROM seal_block\
        """,
        (row, i) ->
            new Extent(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
  }

  /** Greatest id sealed in blocks below a number; 0 if there is none. */
  long greatestId(long below) {
    Long greatest =
        jdbc.queryForObject(
            "SELECT coalesce(max(last_id), 0) FROM seal_block WHERE number < ?", Long.class, below);
    return greatest == null ? 0 : greatest;
  }

  void delete(long number) {
    jdbc.update("DELETE FROM seal_term WHERE block = ?", number);
    jdbc.update("DELETE FROM seal_block WHERE number = ?", number);
  }

  private Optional<Block> one(String where, Object... arguments) {
    return jdbc.query(SELECT + where, this::block, arguments).stream().findFirst();
  }

  private Block block(ResultSet row, int i) throws SQLException {
    return new Block(
        row.getLong(1),
        SqlTime.read(row, "sealed_at"),
        row.getInt(3),
        row.getLong(4),
        row.getLong(5),
        SqlTime.read(row, "first_at"),
        SqlTime.read(row, "last_at"),
        row.getString(8),
        row.getString(9),
        row.getBytes(10));
  }
}
