package dev.ordo.rules;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells which release decides at each point, and which files were refused and why. */
@Component("ruleReleases")
class RuleHealth implements HealthIndicator {
  private final Releases releases;

  RuleHealth(Releases releases) {
    this.releases = releases;
  }

  @Override
  public Health health() {
    Health.Builder health = releases.broken().isEmpty() ? Health.up() : Health.down();
    return health
        .withDetail("started", releases.isStarted())
        .withDetail("running", releases.hashes())
        .withDetail("refused", releases.broken())
        .build();
  }
}
