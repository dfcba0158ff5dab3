package dev.ordo.journey;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells the hash of each running file, and which file was refused and why. */
@Component("routes")
class RouteHealth implements HealthIndicator {
  private final RouteFiles files;

  RouteHealth(RouteFiles files) {
    this.files = files;
  }

  @Override
  public Health health() {
    Map<String, String> refused = new TreeMap<>();
    files.failed().forEach(f -> refused.put(f.file().name(), f.reason()));
    Health.Builder health = refused.isEmpty() ? Health.up() : Health.down();
    return health.withDetail("running", files.hashes()).withDetail("refused", refused).build();
  }
}
