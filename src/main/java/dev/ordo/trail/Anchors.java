package dev.ordo.trail;

import dev.ordo.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes down the state of the chain at the end of each day. */
@Component
class Anchors {
  private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);
  private static final String SELECT =
      """
      SELECT sealed_day, first_block, last_block, entries, previous, link, papers, hash, pruned_at
        FROM seal_anchor \
      """;

  private final JdbcTemplate jdbc;
  private final BlockRows blocks;
  private final PaperSeals papers;

  Anchors(JdbcTemplate jdbc, BlockRows blocks, PaperSeals papers) {
    this.jdbc = jdbc;
    this.blocks = blocks;
    this.papers = papers;
  }

  /** Oldest first. */
  List<Anchor> all() {
    return jdbc.query(SELECT + "ORDER BY sealed_day", this::read);
  }

  private Optional<Anchor> last() {
    return jdbc.query(SELECT + "ORDER BY sealed_day DESC LIMIT 1", this::read).stream().findFirst();
  }

  /** Anchors each day that is over and not anchored yet. */
  void anchor(Instant now) {
    LocalDate today = day(now);
    Optional<Anchor> last = last();
    Optional<Block> next = blocks.from(last.map(a -> a.lastBlock() + 1).orElse(1L));
    while (next.isPresent() && day(next.get().sealedAt()).isBefore(today)) {
      Anchor made = made(last, next.get());
      insert(made);
      LOG.info("Decisions of {} are anchored: {} {}", made.day(), made.entries(), made.hash());
      last = Optional.of(made);
      next = blocks.from(made.lastBlock() + 1);
    }
  }

  private Anchor made(Optional<Anchor> before, Block first) {
    LocalDate day = day(first.sealedAt());
    Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    Block last = first;
    long entries = 0;
    List<Block> some = blocks.sealedBefore(end, first.number(), 100);
    while (!some.isEmpty()) {
      entries += some.stream().mapToLong(Block::size).sum();
      last = some.getLast();
      some = blocks.sealedBefore(end, last.number() + 1, 100);
    }
    String sealedPapers = papers.linkBefore(end);
    String hash =
        Anchor.hash(
            before.map(Anchor::hash).orElse(Chain.START),
            day,
            first.number(),
            last.number(),
            entries,
            first.previous(),
            last.link(),
            sealedPapers);
    return new Anchor(
        day,
        first.number(),
        last.number(),
        entries,
        first.previous(),
        last.link(),
        sealedPapers,
        hash,
        null);
  }

  private void insert(Anchor a) {
    jdbc.update(
        """
        INSERT INTO seal_anchor
               (sealed_day, first_block, last_block, entries, previous, link, papers, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
        """,
        a.day(),
        a.firstBlock(),
        a.lastBlock(),
        a.entries(),
        a.previous(),
        a.link(),
        a.papers(),
        a.hash());
  }

  /** Marks a day whose decisions go, and up to which id they go. */
  void pruned(Anchor anchor, Instant now) {
    jdbc.update(
        """
        UPDATE seal_anchor
           SET pruned_at = ?,
               pruned_to = (SELECT coalesce(max(b.last_id), 0) FROM seal_block b
                             WHERE b.number BETWEEN ? AND ?)
         WHERE sealed_day = ?\
        """,
        SqlTime.of(now),
        anchor.firstBlock(),
        anchor.lastBlock(),
        anchor.day());
  }

  /** No decision that was pruned has a greater id. */
  long prunedTo() {
    Long greatest =
        jdbc.queryForObject(
            "SELECT coalesce(max(pruned_to), 0) FROM seal_anchor WHERE pruned_at IS NOT NULL",
            Long.class);
    return greatest == null ? 0 : greatest;
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private Anchor read(ResultSet row, int i) throws SQLException {
    return new Anchor(
        row.getObject("sealed_day", LocalDate.class),
        row.getLong("first_block"),
        row.getLong("last_block"),
        row.getLong("entries"),
        row.getString("previous"),
        row.getString("link"),
        row.getString("papers"),
        row.getString("hash"),
        SqlTime.readNullable(row, "pruned_at"));
  }
}
