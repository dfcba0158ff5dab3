package dev.ordo.journey;

import dev.ordo.shared.MachineClock;
import dev.ordo.shared.NodeName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices when the nodes of one database run different rules, routes or solver configs. */
@Component
class Nodes {
  private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);
  private static final long EVERY_MILLIS = 10_000;

  /** A node not heard of for so long is gone; twice as long as a file takes to reach all nodes. */
  private static final Duration HEARD_OF = Duration.ofMinutes(1);

  private final ObjectProvider<Fingerprint> fingerprints;
  private final JdbcTemplate jdbc;
  private final MachineClock clock;
  private final NodeName node;
  private volatile SortedMap<String, SortedMap<Integer, String>> differing = new TreeMap<>();

  Nodes(
      ObjectProvider<Fingerprint> fingerprints,
      JdbcTemplate jdbc,
      MachineClock clock,
      NodeName node,
      MeterRegistry meters) {
    this.fingerprints = fingerprints;
    this.jdbc = jdbc;
    this.clock = clock;
    this.node = node;
    Gauge.builder("ordo.nodes.differing", this, nodes -> nodes.differing.size()).register(meters);
  }

  /** By what differs, each node's hash; empty while all nodes are alike. */
  Map<String, SortedMap<Integer, String>> differing() {
    return differing;
  }

  /** Tells the others what this node runs and looks at what they run. */
  @Scheduled(initialDelay = EVERY_MILLIS, fixedDelay = EVERY_MILLIS)
  void compare() {
    Instant now = clock.now();
    fingerprints.forEach(print -> tell(print, now));
    SortedMap<String, SortedMap<Integer, String>> found = heardOf(now);
    found.values().removeIf(byNode -> byNode.values().stream().distinct().count() < 2);
    if (!found.isEmpty() && !found.equals(differing)) {
      LOG.error("Nodes of this database run different {}. Give all the same files.", found);
    }
    differing = found;
  }

  private void tell(Fingerprint print, Instant now) {
    String hash = print.hash();
    int told =
        jdbc.update(
            "UPDATE node_fingerprint SET hash = ?, seen_at = ? WHERE node = ? AND what = ?",
            hash,
            Timestamp.from(now),
            node.number(),
            print.what());
    if (told == 0) {
      jdbc.update(
          """
          INSERT INTO node_fingerprint (node, what, hash, seen_at) VALUES (?, ?, ?, ?)
          ON CONFLICT DO NOTHING\
          """,
          node.number(),
          print.what(),
          hash,
          Timestamp.from(now));
    }
  }

  private SortedMap<String, SortedMap<Integer, String>> heardOf(Instant now) {
    SortedMap<String, SortedMap<Integer, String>> all = new TreeMap<>();
    jdbc.query(
        "SELECT what, node, hash FROM node_fingerprint WHERE seen_at > ?",
        row -> {
          all.computeIfAbsent(row.getString(1), what -> new TreeMap<>())
              .put(row.getInt(2), row.getString(3));
        },
        Timestamp.from(now.minus(HEARD_OF)));
    return all;
  }
}
