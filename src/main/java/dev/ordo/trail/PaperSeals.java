package dev.ordo.trail;

import dev.ordo.rules.Papers;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import dev.ordo.trail.Finding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A second chain beside that of the decisions: which rules were stored, approved and made to decide
 * by whom. Without it a decision's record would prove the name of its release, but not its content.
 */
@Component
class PaperSeals {
  private static final Logger LOG = LoggerFactory.getLogger(PaperSeals.class);
  private static final String CHAIN =
      "SELECT number, paper, digest, previous, link FROM seal_paper ORDER BY number";
  private static final String SEAL =
      """
      INSERT INTO seal_paper (number, paper, digest, sealed_at, previous, link)
      VALUES (?, ?, ?, ?, ?, ?)\
      """;

  /** One link of the chain. */
  private record Seal(long number, String paper, String digest, String previous, String link) {
    boolean holds() {
      return link.equals(linkOf(previous, paper, digest));
    }
  }

  private final JdbcTemplate jdbc;
  private final ObjectProvider<Papers> papers;
  private final MachineClock clock;

  PaperSeals(JdbcTemplate jdbc, ObjectProvider<Papers> papers, MachineClock clock) {
    this.jdbc = jdbc;
    this.papers = papers;
    this.clock = clock;
  }

  /** Seals what came since; another node that does the same wins or loses each link whole. */
  void seal() {
    Set<String> known =
        new HashSet<>(jdbc.queryForList("SELECT paper FROM seal_paper", String.class));
    for (Papers some : papers.orderedStream().toList()) {
      List<String> fresh = some.keys().stream().filter(key -> !known.contains(key)).toList();
      Map<String, String> digests = fresh.isEmpty() ? Map.of() : some.digests(fresh);
      for (String key : fresh) {
        String digest = digests.get(key);
        if (digest != null && !append(key, digest)) {
          return;
        }
      }
    }
  }

  private boolean append(String key, String digest) {
    Seal last =
        jdbc
            .query(
                "SELECT number, paper, digest, previous, link FROM seal_paper"
                    + " ORDER BY number DESC LIMIT 1",
                (row, i) -> seal(row))
            .stream()
            .findFirst()
            .orElse(new Seal(0, "", "", "", Chain.START));
    try {
      jdbc.update(
          SEAL,
          last.number() + 1,
          key,
          digest,
          SqlTime.of(clock.now()),
          last.link(),
          linkOf(last.link(), key, digest));
      return true;
    } catch (DuplicateKeyException e) {
      LOG.info("Another node sealed {} first.", key);
      return false;
    }
  }

  /** Link of the last paper sealed before an instant; empty while there is none. */
  String linkBefore(Instant end) {
    return jdbc
        .queryForList(
            "SELECT link FROM seal_paper WHERE sealed_at < ? ORDER BY number DESC LIMIT 1",
            String.class,
            SqlTime.of(end))
        .stream()
        .findFirst()
        .orElse("");
  }

  /** What is no longer as it was sealed, and anchors that name a state the chain never had. */
  List<Finding> findings(List<Anchor> anchors) {
    List<Finding> findings = new ArrayList<>();
    List<Seal> chain = jdbc.query(CHAIN, (row, i) -> seal(row));
    broken(chain, findings);
    altered(chain, findings);
    Set<String> links = new HashSet<>();
    chain.forEach(seal -> links.add(seal.link()));
    anchors.stream()
        .filter(anchor -> !anchor.papers().isEmpty() && !links.contains(anchor.papers()))
        .forEach(
            anchor ->
                findings.add(
                    new Finding(
                        Kind.ANCHOR_DIFFERS, 0, anchor.lastBlock(), anchor.day().toString())));
    return findings;
  }

  private static void broken(List<Seal> chain, List<Finding> findings) {
    String before = Chain.START;
    for (Seal seal : chain) {
      if (!seal.previous().equals(before) || !seal.holds()) {
        findings.add(new Finding(Kind.PAPERS_BROKEN, 0, 0, seal.paper()));
      }
      before = seal.link();
    }
  }

  private void altered(List<Seal> chain, List<Finding> findings) {
    List<String> keys = chain.stream().map(Seal::paper).toList();
    Map<String, String> now = new HashMap<>();
    papers.orderedStream().forEach(some -> now.putAll(some.digests(keys)));
    for (Seal seal : chain) {
      String digest = now.get(seal.paper());
      if (digest == null) {
        findings.add(new Finding(Kind.PAPER_MISSING, 0, 0, seal.paper()));
      } else if (!digest.equals(seal.digest())) {
        findings.add(new Finding(Kind.PAPER_ALTERED, 0, 0, seal.paper()));
      }
    }
  }

  private static Seal seal(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Seal(
        row.getLong("number"),
        row.getString("paper"),
        row.getString("digest"),
        row.getString("previous"),
        row.getString("link"));
  }

  private static String linkOf(String previous, String paper, String digest) {
    return Chain.text(Chain.of(previous + "\n" + paper + "\n" + digest));
  }
}
