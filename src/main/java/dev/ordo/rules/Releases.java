package dev.ordo.rules;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the active release of every decision point in memory: changed files become a release in the
 * database, the newest activation there decides what runs here. A broken folder changes nothing.
 */
@Component
class Releases {
  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

  /** Releases ready to decide again at once, those of all points together. */
  private static final int CACHED = 60;

  private final RuleFiles files;
  private final ReleaseRows rows;
  private final Map<String, Release> active = new ConcurrentHashMap<>();
  private final Map<String, Release> cached =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Release> eldest) {
          return size() > CACHED;
        }
      };
  private final Map<String, String> seenOnDisk = new ConcurrentHashMap<>();
  private final Map<String, List<RuleSetBroken.Fault>> broken = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Release>> awaited = new ConcurrentHashMap<>();
  private final RulesSettings settings;
  private final AtomicBoolean loading = new AtomicBoolean();
  private volatile boolean started;

  Releases(RuleFiles files, ReleaseRows rows, RulesSettings settings) {
    this.files = files;
    this.rows = rows;
    this.settings = settings;
  }

  /** Compiling takes seconds of all cores: the server answers first, and who decides waits. */
  @EventListener(ApplicationStartedEvent.class)
  void start() {
    if (loading.compareAndSet(false, true)) {
      Thread.ofPlatform().name("rules").daemon().start(this::load);
    }
  }

  private void load() {
    try {
      refresh();
    } finally {
      started = true;
      awaited.keySet().forEach(this::giveUp);
    }
  }

  /** Looks at disk and database; cheap while nothing changed. */
  @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
  synchronized void refresh() {
    Map<String, String> chosen = rows.active();
    Map<String, Sources> onDisk = files.read();
    onDisk.forEach((point, sources) -> takeFromDisk(point, sources, chosen));
    rows.active().forEach(this::takeFromDatabase);
  }

  /** Hash by point of the release that decides here. */
  SortedMap<String, String> hashes() {
    SortedMap<String, String> hashes = new TreeMap<>();
    active.forEach((point, release) -> hashes.put(point, release.hash()));
    return hashes;
  }

  Release of(String point) {
    Release release = active.get(point);
    return release != null ? release : await(point);
  }

  private Release await(String point) {
    start();
    CompletableFuture<Release> first =
        awaited.computeIfAbsent(point, p -> new CompletableFuture<>());
    Release release = active.get(point);
    if (release != null) {
      return release;
    }
    if (started) {
      giveUp(point);
    }
    try {
      return first.join();
    } catch (CompletionException e) {
      awaited.remove(point);
      throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
    }
  }

  private void giveUp(String point) {
    CompletableFuture<Release> first = awaited.get(point);
    if (first != null) {
      first.completeExceptionally(
          new IllegalStateException(
              "No release of (%s) is active. Maybe its files under rules/%s are broken: %s"
                  .formatted(point, point, broken.getOrDefault(point, List.of()))));
    }
  }

  /** Makes a stored release decide, on every node. */
  void activate(String point, String hash, String actor, String why) {
    of(point, hash);
    rows.activate(point, hash, actor, why);
    refresh();
  }

  List<StoredRelease> stored(String point) {
    return rows.of(point);
  }

  /** Whether every point was looked at since the start. */
  boolean isStarted() {
    return started;
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
    String content = sources.hash("");
    if (content.equals(seenOnDisk.get(point))) {
      return;
    }
    boolean first = seenOnDisk.put(point, content) == null;
    try {
      String hash = Engine.hash(sources);
      if (first && hash.equals(chosen.get(point))) {
        return;
      }
      Release release = Engine.compile(sources);
      Examples.check(release);
      broken.remove(point);
      cached.put(point + hash, release);
      boolean fresh = rows.store(release, "files");
      boolean changed = fresh || !first;
      boolean alone = settings.activates(point) && release.set().level() == RuleSet.Level.AUTHOR;
      if (!chosen.containsKey(point) || (changed && alone)) {
        rows.activate(point, hash, "files", "changed files");
        takeFromDatabase(point, hash);
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
    next.decide(0, Instant.EPOCH, List.of());
    active.put(point, next);
    CompletableFuture<Release> first = awaited.get(point);
    if (first != null) {
      first.complete(next);
    }
    LOG.info("Rules of {}: release {} decides from now on.", point, hash.substring(0, 12));
  }
}
