package dev.ordo.journey;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Is down while the nodes of one database run different rules, routes or solver configs. */
@Component("nodes")
class NodesHealth implements HealthIndicator {
  private final Nodes nodes;

  NodesHealth(Nodes nodes) {
    this.nodes = nodes;
  }

  @Override
  public Health health() {
    var differing = nodes.differing();
    Health.Builder health = differing.isEmpty() ? Health.up() : Health.down();
    return health.withDetail("differing", differing).build();
  }
}
