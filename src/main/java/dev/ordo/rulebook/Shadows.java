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

  private record Waiting(RunningTrial trial, Recorded decided) {}

  private final TrialRows rows;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
  private final Map<Long, AtomicLong> errors = new ConcurrentHashMap<>();
  private final Map<Long, AtomicLong> missed = new ConcurrentHashMap<>();
  private volatile @Nullable Thread worker;
  private volatile boolean stopped;

  Shadows(TrialRows rows) {
    this.rows = rows;
  }

  @PreDestroy
  void stop() {
    Thread running = worker;
    stopped = true;
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

  /** Lets the thread run; without any trial ever there is none. */
  synchronized void begin() {
    if (worker == null) {
      worker = Thread.ofPlatform().daemon().name("shadow").start(this::work);
    }
  }

  private void work() {
    Map<RunningTrial, List<ShadowRow>> done = new HashMap<>();
    long writtenAt = System.nanoTime();
    while (!stopped) {
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
    try {
      ShadowRow row = next.trial.compare(next.decided);
      done.computeIfAbsent(next.trial, t -> new ArrayList<>()).add(row);
    } catch (RuntimeException e) {
      missed.computeIfAbsent(next.trial.id(), t -> new AtomicLong()).incrementAndGet();
      LOG.warn("A shadow decision of trial {} was left out.", next.trial.id(), e);
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
