package dev.ordo.rules;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Releases that ran away: they never decide again, the one before takes over at once. */
@Component
class Quarantine {
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
  private static final Duration DUE = Duration.ofHours(1);
  private static final String INSERT =
      """
      INSERT INTO rule_quarantine (point, hash, at, why) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING\
      """;
  private static final String KNOWN =
      "SELECT why FROM rule_quarantine WHERE point = ? AND hash = ?";

  /**
   * One release that may not decide.
   *
   * @param hash content address
   */
  record Entry(String point, String hash, Instant at, String why) {}

  private final Releases releases;
  private final JdbcTemplate jdbc;
  private final MachineClock clock;
  private final BusinessClock business;
  private final ObjectProvider<Tasks> tasks;
  private final Set<String> here = ConcurrentHashMap.newKeySet();

  Quarantine(
      Releases releases,
      JdbcTemplate jdbc,
      MachineClock clock,
      BusinessClock business,
      ObjectProvider<Tasks> tasks) {
    this.releases = releases;
    this.jdbc = jdbc;
    this.clock = clock;
    this.business = business;
    this.tasks = tasks;
  }

  /** Withdraws a release for good and lets the newest good one before it decide. */
  void put(String point, String hash, String why) {
    if (!here.add(point + hash)) {
      return;
    }
    jdbc.update(INSERT, point, hash, SqlTime.of(clock.now()), why);
    boolean decides = hash.equals(releases.hashes().get(point));
    String next =
        decides ? previous(point, hash, why).orElse("") : releases.hashes().getOrDefault(point, "");
    tasks.ifAvailable(all -> all.open(task(point, hash, why, next)));
  }

  /** The release that decides now; those that cannot are passed over. */
  private Optional<String> previous(String point, String hash, String why) {
    for (Activation good : releases.healthyBefore(point, hash)) {
      try {
        releases.activate(
            point, good.hash(), Activation.WATCHDOG, "release withdrawn: " + why, true);
        return Optional.of(good.hash());
      } catch (RuntimeException e) {
        LOG.error("Rules of {}: {} cannot return.", point, good.hash(), e);
      }
    }
    LOG.error("Rules of {}: there is no healthy release before {}.", point, hash);
    return Optional.empty();
  }

  /** Whether it ran away on this node; asked before every decision. */
  boolean holds(String point, String hash) {
    return !here.isEmpty() && here.contains(point + hash);
  }

  /** Refuses to let a withdrawn release decide again. */
  void refuse(String point, String hash) {
    jdbc.queryForList(KNOWN, String.class, point, hash).stream()
        .findFirst()
        .ifPresent(
            why -> {
              throw new Refusal(
                  "release",
                  brief(hash),
                  "It was withdrawn: %s. Mend the rule and activate the new release."
                      .formatted(why));
            });
  }

  /** All withdrawn releases, newest first. */
  List<Entry> all() {
    return jdbc.query(
        "SELECT point, hash, at, why FROM rule_quarantine ORDER BY at DESC LIMIT 100",
        (row, i) ->
            new Entry(
                row.getString("point"),
                row.getString("hash"),
                SqlTime.read(row, "at"),
                row.getString("why")));
  }

  private NewTask task(String point, String hash, String why, String next) {
    CRC32 subject = new CRC32();
    subject.update((point + hash).getBytes(StandardCharsets.UTF_8));
    return new NewTask(
        "RULES_WITHDRAWN",
        "RULE_RELEASE",
        subject.getValue(),
        "rules-withdrawn:" + point + ":" + brief(hash),
        Role.OPS_MANAGER,
        next.isEmpty() ? "rules.task.withdrawn.none" : "rules.task.withdrawn",
        List.of(point, brief(hash), why, brief(next)),
        business.now().plus(DUE));
  }

  private static String brief(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }
}
