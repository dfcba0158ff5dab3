package dev.ordo.journey;

import dev.ordo.shared.MachineClock;
import dev.ordo.shared.NodeName;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Chooses one node among many for what must run once: schedules, pulls, nightly jobs. */
@Component
public class Leader {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final JdbcTemplate jdbc;
  private final MachineClock clock;
  private final NodeName node;
  private final Map<String, Instant> renewed = new ConcurrentHashMap<>();

  Leader(JdbcTemplate jdbc, MachineClock clock, NodeName node) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.node = node;
  }

  /** Whether this node leads now; it leads for at least twenty seconds more if it does. */
  public boolean isLeader(String name) {
    Instant now = clock.now();
    if (renewed.getOrDefault(name, Instant.EPOCH).plus(FRESH).isAfter(now)) {
      return true;
    }
    boolean leads = renew(name, now) || stand(name, now);
    if (leads) {
      renewed.put(name, now);
    } else {
      renewed.remove(name);
    }
    return leads;
  }

  /** Runs it here if this node leads. */
  public void runIfLeader(String name, Runnable work) {
    if (isLeader(name)) {
      work.run();
    }
  }

  private boolean renew(String name, Instant now) {
    return jdbc.update(
            "UPDATE leader SET node = ?, leads_until = ?"
                + " WHERE name = ? AND (node = ? OR leads_until < ?)",
            node.number(),
            Timestamp.from(now.plus(LEASE)),
            name,
            node.number(),
            Timestamp.from(now))
        == 1;
  }

  private boolean stand(String name, Instant now) {
    return jdbc.update(
            "INSERT INTO leader (name, node, leads_until) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            name,
            node.number(),
            Timestamp.from(now.plus(LEASE)))
        == 1;
  }
}
