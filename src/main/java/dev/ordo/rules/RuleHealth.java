package dev.ordo.rules;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells which release decides at each point, what was refused or withdrawn and why. */
@Component("ruleReleases")
class RuleHealth implements HealthIndicator {
  private final Releases releases;
  private final Quarantine quarantine;
  private final Watchdog watchdog;

  RuleHealth(Releases releases, Quarantine quarantine, Watchdog watchdog) {
    this.releases = releases;
    this.quarantine = quarantine;
    this.watchdog = watchdog;
  }

  @Override
  public Health health() {
    Health.Builder health = releases.broken().isEmpty() ? Health.up() : Health.down();
    return health
        .withDetail("started", releases.isStarted())
        .withDetail("running", releases.hashes())
        .withDetail("refused", releases.broken())
        .withDetail("withdrawn", quarantine.all())
        .withDetail("threadsLeftBehind", watchdog.abandoned())
        .withDetail("threadsStillComputing", watchdog.stuck())
        .build();
  }
}
