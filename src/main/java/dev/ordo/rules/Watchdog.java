package dev.ordo.rules;

import jakarta.annotation.PreDestroy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no rule can hold up a stage: decisions run on threads of their own, and one that
 * computes longer than any honest decision is left behind, its release told on, its caller
 * answered.
 */
final class Watchdog {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /** Who has a smaller part of a CPU waits: waiting is no computing and accuses no rule. */
  private static final int LEAST_PART = 10;

  /** Even who waits has to come back some time. */
  private static final int PATIENCE = 10;

  private static final int REMEMBERED = 1_000;

  /** Told of a release that ran away, before its caller is answered. */
  interface Accusation {
    void accuse(String point, String release, String why);
  }

  /** What was seen of a decider at the tick before. */
  private static final class Watched {
    private final Decider decider;
    private Decider.@Nullable Current seen;
    private long cpu;
    private long seenFor;

    private Watched(Decider decider) {
      this.decider = decider;
    }
  }

  private final WatchdogSettings settings;
  private final long limit;
  private final long longest;
  private final Accusation accusation;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Deque<Decider> idle = new ConcurrentLinkedDeque<>();
  private final List<Watched> all = new CopyOnWriteArrayList<>();
  private final Set<List<Object>> hung = ConcurrentHashMap.newKeySet();
  private final List<Decider> left = new CopyOnWriteArrayList<>();
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger abandoned = new AtomicInteger();
  private final Thread watching;
  private volatile boolean closed;

  Watchdog(WatchdogSettings settings, Accusation accusation) {
    this.settings = settings;
    this.limit = settings.decisionLimit().toNanos();
    this.longest = settings.longest().toNanos();
    this.accusation = accusation;
    this.watching = Thread.ofPlatform().daemon().name("rules-watchdog").start(this::watch);
  }

  /**
   * Runs work that decides; it must be pure, since it may be left behind half done.
   *
   * @throws Undecided if a rule in it hung
   */
  <T> T run(Supplier<T> work) {
    if (Decider.running() != null) {
      return work.get();
    }
    Decider.Job<T> job = new Decider.Job<>(work);
    boolean given = false;
    while (!given) {
      Decider decider = idle.poll();
      given = (decider == null ? hire() : decider).give(job);
    }
    return job.await();
  }

  /** Refuses what a rule hung on before: a person looks at it, no rule tries again by itself. */
  void refuseHung(String point, String release, Collection<?> facts) {
    if (!hung.isEmpty() && hung.remove(List.<Object>copyOf(facts))) {
      throw new Undecided(point, release, "a rule hung on these facts a moment ago.", null);
    }
  }

  /** Threads left behind since the start. */
  int abandoned() {
    return abandoned.get();
  }

  /** Threads left behind that still compute. */
  int stuck() {
    left.removeIf(decider -> !decider.isAlive());
    return left.size();
  }

  @PreDestroy
  void close() {
    closed = true;
    LockSupport.unpark(watching);
  }

  private Decider hire() {
    Decider decider = new Decider("decider-" + started.incrementAndGet(), idle::push);
    all.add(new Watched(decider));
    decider.start();
    return decider;
  }

  /** A machine that stands still stops this thread too: that time counts against no rule. */
  private void watch() {
    long interval = settings.interval().toNanos();
    long looked = System.nanoTime();
    while (!closed) {
      LockSupport.parkNanos(interval);
      long now = System.nanoTime();
      long passed = Math.min(now - looked, 2 * interval);
      looked = now;
      for (Watched watched : all) {
        look(watched, passed);
      }
    }
  }

  private void look(Watched watched, long passed) {
    Decider.Current now = watched.decider.current();
    if (now == null || now != watched.seen) {
      watched.seen = now;
      watched.cpu = now == null ? 0 : cpu(watched.decider);
      watched.seenFor = 0;
      return;
    }
    watched.seenFor += passed;
    if (hangs(cpu(watched.decider) - watched.cpu, watched.seenFor)) {
      leave(watched.decider, now, Duration.ofNanos(watched.seenFor));
      all.remove(watched);
    }
  }

  /**
   * Whether a decision finds no end, all in nanoseconds.
   *
   * @param computed time of one CPU it took
   * @param seenFor how long it was seen at work
   */
  boolean hangs(long computed, long seenFor) {
    return computed > limit
        || (seenFor >= longest && computed > seenFor / LEAST_PART)
        || seenFor > PATIENCE * Math.max(limit, longest);
  }

  private long cpu(Decider decider) {
    return threads.getThreadCpuTime(decider.threadId());
  }

  private void leave(Decider decider, Decider.Current hanging, Duration after) {
    abandoned.incrementAndGet();
    left.add(decider);
    Release release = hanging.release();
    String point = release.set().point();
    String why = "a decision did not end within " + after.toMillis() + " ms";
    LOG.error("Rules of {}: release {} is left behind: {}.", point, release.hash(), why);
    if (hung.size() < REMEMBERED) {
      hung.add(new ArrayList<>(hanging.facts()));
    }
    accuse(point, release.hash(), why);
    decider.abandon(hanging, new Undecided(point, release.hash(), why + ".", null));
  }

  /** Gives the one before it some time to take over; a slow database holds up nobody. */
  private void accuse(String point, String release, String why) {
    Thread accuser =
        Thread.ofPlatform()
            .daemon()
            .name("rules-accuser")
            .uncaughtExceptionHandler(
                (t, e) -> LOG.error("Rules of {}: {} could not be withdrawn", point, release, e))
            .start(() -> accusation.accuse(point, release, why));
    try {
      accuser.join(settings.takeover());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
