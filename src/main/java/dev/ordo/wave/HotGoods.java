package dev.ordo.wave;

import dev.ordo.site.Sites;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which articles are hot, counted now and then, because a wave cannot wait until a month of picks
 * is read.
 */
@Component
class HotGoods {
  private final Sites sites;
  private final Velocity velocity;
  private final WaveSettings settings;
  private final Map<String, Set<String>> byWarehouse = new ConcurrentHashMap<>();

  HotGoods(Sites sites, Velocity velocity, WaveSettings settings) {
    this.sites = sites;
    this.velocity = velocity;
    this.settings = settings;
  }

  @Scheduled(initialDelay = 20_000, fixedDelay = 600_000)
  void count() {
    sites
        .warehouses()
        .forEach(w -> byWarehouse.put(w.code(), velocity.hot(w.code(), settings.hotPicks())));
  }

  /** SKUs, as they were counted last. */
  Set<String> of(String warehouse) {
    return byWarehouse.getOrDefault(warehouse, Set.of());
  }
}
