package dev.ordo.rulebook;

import dev.ordo.rules.Recorded;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the other release of a trial about committed decisions, on one thread of its own beside the
 * deciding path: when it cannot keep up it drops, and counts what it dropped.
 */
@Component
class Shadows {
  private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);
  private static final int WAITING = 5_000;
  private static final int BATCH = 500;
  private static final long WRITE_NANOS = Duration.ofMillis(700).toNanos();

  /** A decision that takes longer hangs: its thread is left behind. */
  private static final long HANGS_NANOS = Duration.ofSeconds(5).toNanos();

  private record Waiting(RunningTrial trial, Recorded decided) {}

  private record Busy(RunningTrial trial, long since) {}

  private final TrialRows rows;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
  private final Map<Long, AtomicLong> errors = new ConcurrentHashMap<>();
  private final Map<Long, AtomicLong> missed = new ConcurrentHashMap<>();
  private volatile @Nullable Thread worker;
  private volatile @Nullable Busy busy;

  Shadows(TrialRows rows) {
    this.rows = rows;
  }

  @PreDestroy
  void stop() {
    Thread running = worker;
    worker = null;
    if (running != null) {
      running.interrupt();
    }
  }

  void offer(RunningTrial trial, Collection<Recorded> decided) {
    for (Recorded one : decided) {
      if (!queue.offer(new Waiting(trial, one))) {
        missed.computeIfAbsent(trial.id(), t -> new AtomicLong()).incrementAndGet();
      }
    }
  }

  void error(RunningTrial trial) {
    errors.computeIfAbsent(trial.id(), t -> new AtomicLong()).incrementAndGet();
  }

  /** Lets the thread run while there is a trial; replaces one that hangs and names its trial. */
  synchronized @Nullable RunningTrial watch() {
    Busy now = busy;
    boolean hangs = now != null && System.nanoTime() - now.since() > HANGS_NANOS;
    if (worker == null || hangs) {
      busy = null;
      worker = Thread.ofPlatform().daemon().name("shadow").start(this::work);
    }
    return hangs ? now.trial() : null;
  }

  private void work() {
    Map<RunningTrial, List<ShadowRow>> done = new HashMap<>();
    long writtenAt = System.nanoTime();
    while (worker == Thread.currentThread()) {
      try {
        Waiting next = queue.poll(200, TimeUnit.MILLISECONDS);
        if (next != null) {
          compare(next, done);
        }
        boolean full = done.values().stream().anyMatch(all -> all.size() >= BATCH);
        if (full || System.nanoTime() - writtenAt > WRITE_NANOS) {
          write(done);
          writtenAt = System.nanoTime();
        }
      } catch (InterruptedException e) {
        break;
      }
    }
  }

  private void compare(Waiting next, Map<RunningTrial, List<ShadowRow>> done) {
    if (next.trial.isOver()) {
      return;
    }
    busy = new Busy(next.trial, System.nanoTime());
    try {
      ShadowRow row = next.trial.compare(next.decided);
      if (worker == Thread.currentThread()) {
        done.computeIfAbsent(next.trial, t -> new ArrayList<>()).add(row);
      }
    } catch (RuntimeException e) {
      missed.computeIfAbsent(next.trial.id(), t -> new AtomicLong()).incrementAndGet();
      LOG.warn("A shadow decision of trial {} was left out.", next.trial.id(), e);
    } finally {
      if (worker == Thread.currentThread()) {
        busy = null;
      }
    }
  }

  private void write(Map<RunningTrial, List<ShadowRow>> done) {
    Map<Long, List<ShadowRow>> byTrial = new HashMap<>();
    done.forEach((t, all) -> byTrial.computeIfAbsent(t.id(), i -> new ArrayList<>()).addAll(all));
    errors.keySet().forEach(t -> byTrial.computeIfAbsent(t, i -> new ArrayList<>()));
    missed.keySet().forEach(t -> byTrial.computeIfAbsent(t, i -> new ArrayList<>()));
    done.clear();
    byTrial.forEach(this::write);
  }

  private void write(long trial, List<ShadowRow> all) {
    long failed = taken(errors, trial);
    long lost = taken(missed, trial);
    if (all.isEmpty() && failed == 0 && lost == 0) {
      return;
    }
    try {
      rows.add(trial, all, failed, lost);
    } catch (RuntimeException e) {
      missed.computeIfAbsent(trial, t -> new AtomicLong()).addAndGet(lost + all.size());
      errors.computeIfAbsent(trial, t -> new AtomicLong()).addAndGet(failed);
      LOG.warn("{} shadow decisions of trial {} were not kept.", all.size(), trial, e);
    }
  }

  private static long taken(Map<Long, AtomicLong> counts, long trial) {
    AtomicLong count = counts.get(trial);
    return count == null ? 0 : count.getAndSet(0);
  }
}
