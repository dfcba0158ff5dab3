package dev.ordo.rules;

import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the active release of every decision point in memory: the newest activation in the database
 * decides what runs here. Changed files become a stored release; a broken folder changes nothing.
 */
@Component
class Releases {
  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

  /** Stands for the content of a folder that cannot be read. */
  private static final String UNREADABLE = "";

  private record Running(Release release, Activation since) {}

  private final RuleFiles files;
  private final ReleaseRows rows;
  private final ObjectProvider<ChangedFiles> changedFiles;
  private final Map<String, Running> active = new ConcurrentHashMap<>();
  private final ReleaseCache cached = new ReleaseCache();
  private final Map<String, String> seenOnDisk = new ConcurrentHashMap<>();
  private final Map<String, List<RuleSetBroken.Fault>> broken = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Release>> awaited = new ConcurrentHashMap<>();
  private volatile long followed;
  private volatile boolean started;

  Releases(RuleFiles files, ReleaseRows rows, ObjectProvider<ChangedFiles> changedFiles) {
    this.files = files;
    this.rows = rows;
    this.changedFiles = changedFiles;
  }

  /** Compiling takes seconds: the server starts meanwhile, and who decides first waits. */
  @PostConstruct
  void start() {
    Thread.ofPlatform().name("rules").daemon().start(this::load);
  }

  private void load() {
    try {
      begin();
      follow();
    } finally {
      started = true;
      awaited.keySet().forEach(this::giveUp);
    }
  }

  /** Points nobody ever activated anything for begin with what lies on disk. */
  private synchronized void begin() {
    Map<String, Activation> chosen = rows.active();
    look()
        .forEach(
            (point, sources) -> {
              if (!chosen.containsKey(point)) {
                takeFromDisk(point, sources, null);
              }
            });
  }

  /** Points with files nobody can read stay as they are, and say so. */
  private Map<String, Sources> look() {
    RuleFiles.Found found = files.read();
    found
        .faults()
        .forEach(
            (point, faults) -> {
              seenOnDisk.put(point, UNREADABLE);
              if (!faults.equals(broken.put(point, faults))) {
                LOG.error("The rules of {} stay as they were: {}", point, faults);
              }
            });
    return found.points();
  }

  /** Looks at disk and database; cheap while nothing changed. */
  @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
  synchronized void refresh() {
    ChangedFiles whose = changedFiles.getIfAvailable();
    if (whose == null || whose.countHere()) {
      Map<String, Activation> chosen = rows.active();
      look().forEach((point, sources) -> takeFromDisk(point, sources, chosen.get(point)));
    }
    follow();
  }

  /** Lets decide what was activated on any node; one short question while nothing was. */
  @Scheduled(fixedDelay = 500, initialDelay = 5_000)
  void follow() {
    long newest = rows.newestActivation();
    if (newest != followed) {
      rows.active().values().forEach(this::takeFromDatabase);
      followed = newest;
    }
  }

  /** Hash by point of the release that decides here. */
  SortedMap<String, String> hashes() {
    SortedMap<String, String> hashes = new TreeMap<>();
    active.forEach((point, running) -> hashes.put(point, running.release().hash()));
    return hashes;
  }

  Release of(String point) {
    Running running = active.get(point);
    return running != null ? running.release() : await(point);
  }

  private Release await(String point) {
    CompletableFuture<Release> first =
        awaited.computeIfAbsent(point, p -> new CompletableFuture<>());
    Running running = active.get(point);
    if (running != null) {
      return running.release();
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

  /**
   * Makes a stored release decide: here once the caller's transaction commits, on the other nodes
   * when they look next.
   */
  void activate(String point, String hash, String actor, String why, boolean tookBack) {
    of(point, hash);
    rows.activate(point, hash, actor, why, tookBack);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              followNow();
            }
          });
    } else {
      follow();
    }
  }

  /** After a commit the connection still counts as taken: another thread asks with its own. */
  private void followNow() {
    Thread follower = Thread.ofVirtual().start(this::follow);
    try {
      follower.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void store(Release release, String actor) {
    cached.put(release.set().point(), release.hash(), release);
    rows.store(release, actor);
  }

  /** Where a point may return to from a release, newest first: neither withdrawn nor taken back. */
  List<Activation> healthyBefore(String point, String hash) {
    return rows.healthyBefore(point, hash);
  }

  List<StoredRelease> stored(String point) {
    return rows.of(point);
  }

  /** Newest first. */
  List<Activation> activations(String point, int most) {
    return rows.activations(point, most);
  }

  /** Whether every point was looked at since the start. */
  boolean isStarted() {
    return started;
  }

  /** A release by its content address, compiled again if it is no longer in memory. */
  Release of(String point, String hash) {
    Running running = active.get(point);
    if (running != null && running.release().hash().equals(hash)) {
      return running.release();
    }
    return cached.get(point, hash, () -> compile(point, hash));
  }

  /** Another engine or vocabulary makes another hash of the same files, so only equals compare. */
  private static boolean isAltered(ReleaseRows.Made made, String hash) {
    return Engine.maker(RuleSet.of(made.sources())).equals(made.maker())
        && !Engine.hash(made.sources()).equals(hash);
  }

  private Release compile(String point, String hash) {
    ReleaseRows.Made made =
        rows.made(point, hash)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The release (%s) of (%s) is not stored.".formatted(hash, point)));
    if (isAltered(made, hash)) {
      throw new RuleSetBroken(
          point,
          "release " + hash.substring(0, 12),
          "Its stored files do not make this release: they were changed in the database. Restore"
              + " them or activate another release.");
    }
    Release release = Engine.compile(made.sources(), hash);
    release.decide(0, Instant.EPOCH, List.of());
    return release;
  }

  Map<String, Release> all() {
    Map<String, Release> all = new TreeMap<>();
    active.forEach((point, running) -> all.put(point, running.release()));
    return all;
  }

  Map<String, Activation> inForce() {
    Map<String, Activation> inForce = new TreeMap<>();
    active.forEach((point, running) -> inForce.put(point, running.since()));
    return inForce;
  }

  /** Faults of folders that could not become a release, by point. */
  Map<String, List<RuleSetBroken.Fault>> broken() {
    return new TreeMap<>(broken);
  }

  private void takeFromDisk(
      String point, Sources sources, @org.jspecify.annotations.Nullable Activation chosen) {
    String content = sources.hash("");
    if (content.equals(seenOnDisk.get(point))) {
      return;
    }
    String before = seenOnDisk.put(point, content);
    boolean first = before == null;
    try {
      String hash = Engine.hash(sources);
      boolean mended = UNREADABLE.equals(before);
      if ((first || mended) && chosen != null && hash.equals(chosen.hash())) {
        broken.remove(point);
        return;
      }
      Release release = Engine.compile(sources);
      Examples.check(release);
      broken.remove(point);
      cached.put(point, hash, release);
      boolean fresh = rows.store(release, "files");
      if (chosen == null) {
        letDecide(release);
      } else if (fresh || !first) {
        handOn(release);
      }
    } catch (RuleSetBroken e) {
      broken.put(point, e.faults());
      LOG.error("The rules of {} stay as they were: {}", point, e.getMessage());
    }
  }

  private void handOn(Release release) {
    ChangedFiles whose = changedFiles.getIfAvailable();
    if (whose == null) {
      if (release.set().level() == RuleSet.Level.AUTHOR) {
        letDecide(release);
      }
    } else {
      whose.changed(release);
    }
  }

  /** The files of an empty line have nobody to ask: without them no order goes on. */
  private void letDecide(Release release) {
    rows.activate(release.set().point(), release.hash(), "files", "changed files", false);
    follow();
  }

  private void takeFromDatabase(Activation next) {
    Running running = active.get(next.point());
    if (running != null && running.since().id() >= next.id()) {
      return;
    }
    try {
      letDecide(next, of(next.point(), next.hash()));
    } catch (RuleSetBroken e) {
      broken.put(next.point(), e.faults());
      LOG.error("The stored rules of {} do not compile: {}", next.point(), e.getMessage());
    }
  }

  private void letDecide(Activation next, Release release) {
    active.merge(
        next.point(),
        new Running(release, next),
        (before, after) -> before.since().id() > after.since().id() ? before : after);
    CompletableFuture<Release> first = awaited.get(next.point());
    if (first != null) {
      first.complete(release);
    }
    LOG.info(
        "Rules of {}: release {} decides from now on.", next.point(), next.hash().substring(0, 12));
  }
}
