package dev.ordo.rules;

import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the active release of every decision point in memory: changed files become a release in the
 * database, the newest activation there decides what runs here. A broken folder changes nothing.
 */
@Component
class Releases {
  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

  private final RuleFiles files;
  private final ReleaseRows rows;
  private final Map<String, Release> active = new ConcurrentHashMap<>();
  private final Map<String, Release> cached = new ConcurrentHashMap<>();
  private final Map<String, String> seenOnDisk = new ConcurrentHashMap<>();
  private final Map<String, List<RuleSetBroken.Fault>> broken = new ConcurrentHashMap<>();

  Releases(RuleFiles files, ReleaseRows rows) {
    this.files = files;
    this.rows = rows;
  }

  @PostConstruct
  void start() {
    refresh();
  }

  /** Looks at disk and database; cheap while nothing changed. */
  @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
  synchronized void refresh() {
    Map<String, String> chosen = rows.active();
    files.read().forEach((point, sources) -> takeFromDisk(point, sources, chosen));
    rows.active().forEach(this::takeFromDatabase);
  }

  Release of(String point) {
    Release release = active.get(point);
    if (release == null) {
      throw new IllegalStateException(
          "No release of (%s) is active. Maybe its files under rules/%s are broken: %s"
              .formatted(point, point, broken.getOrDefault(point, List.of())));
    }
    return release;
  }

  /** A release by its content address, compiled again if it is no longer in memory. */
  synchronized Release of(String point, String hash) {
    Release running = active.get(point);
    if (running != null && running.hash().equals(hash)) {
      return running;
    }
    return cached.computeIfAbsent(
        point + hash,
        k ->
            rows.sources(point, hash)
                .map(Engine::compile)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "The release (%s) of (%s) is not stored.".formatted(hash, point))));
  }

  Map<String, Release> all() {
    return new TreeMap<>(active);
  }

  /** Faults of folders that could not become a release, by point. */
  Map<String, List<RuleSetBroken.Fault>> broken() {
    return new TreeMap<>(broken);
  }

  private void takeFromDisk(String point, Sources sources, Map<String, String> chosen) {
    String hash = Engine.hash(sources);
    if (hash.equals(seenOnDisk.get(point))) {
      return;
    }
    boolean first = seenOnDisk.put(point, hash) == null;
    try {
      Release release = Engine.compile(sources);
      Examples.check(release);
      broken.remove(point);
      cached.put(point + hash, release);
      boolean fresh = rows.store(release, "files");
      if (!chosen.containsKey(point) || fresh || !first) {
        rows.activate(point, hash, "files", "changed files");
      }
    } catch (RuleSetBroken e) {
      broken.put(point, e.faults());
      LOG.error("The rules of {} stay as they were: {}", point, e.getMessage());
    }
  }

  private void takeFromDatabase(String point, String hash) {
    Release running = active.get(point);
    if (running != null && running.hash().equals(hash)) {
      return;
    }
    Release next = of(point, hash);
    Engine.warm(next);
    active.put(point, next);
    LOG.info("Rules of {}: release {} decides from now on.", point, hash.substring(0, 12));
  }
}
