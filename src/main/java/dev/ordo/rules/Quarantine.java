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
  private static final String PREVIOUS =
      """
      SELECT a.hash FROM rule_activation a
       WHERE a.point = ?
         AND NOT EXISTS (SELECT 1 FROM rule_quarantine q
                          WHERE q.point = a.point AND q.hash = a.hash)
       ORDER BY a.id DESC LIMIT 1\
      """;

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
    if (hash.equals(releases.hashes().get(point))) {
      previous(point)
          .ifPresentOrElse(
              good -> releases.activate(point, good, "watchdog", "release withdrawn: " + why),
              () -> LOG.error("Rules of {}: there is no release before {}.", point, hash));
    }
    tasks.ifAvailable(all -> all.open(task(point, hash, why)));
  }

  private Optional<String> previous(String point) {
    return jdbc.queryForList(PREVIOUS, String.class, point).stream().findFirst();
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
                  hash.substring(0, Math.min(12, hash.length())),
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

  private NewTask task(String point, String hash, String why) {
    CRC32 subject = new CRC32();
    subject.update((point + hash).getBytes(StandardCharsets.UTF_8));
    return new NewTask(
        "RULES_WITHDRAWN",
        "RULE_RELEASE",
        subject.getValue(),
        "rules-withdrawn:" + point + ":" + hash.substring(0, 12),
        Role.OPS_MANAGER,
        "rules.task.withdrawn",
        List.of(point, hash.substring(0, 12), why),
        business.now().plus(DUE));
  }
}
