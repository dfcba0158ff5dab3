package dev.ordo.journey;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One step of the journey: claims a batch of its pool and hands it to a route. Either claim, work
 * and result are one transaction, or the claim is a lease and the work runs between transactions.
 */
final class Stage {
  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

  private final Pool pool;
  private final int batch;
  private final @Nullable Duration lease;
  private final Consumer<List<Long>> work;
  private final Surroundings around;
  private final Timer timer;
  private volatile List<Long> last = List.of();

  /** What every stage shares. */
  record Surroundings(
      TransactionOperations tx,
      Supplier<Instant> now,
      JourneySettings settings,
      Incidents incidents,
      MeterRegistry meters) {}

  Stage(
      Pool pool,
      int batch,
      @Nullable Duration lease,
      Consumer<List<Long>> work,
      Surroundings around) {
    this.pool = pool;
    this.batch = batch;
    this.lease = lease;
    this.work = work;
    this.around = around;
    this.timer = around.meters.timer("ordo.stage.batch", "stage", pool.name());
  }

  String pool() {
    return pool.name();
  }

  /**
   * Runs one batch and says how many rows it took. Rows that are claimed again although the work on
   * them succeeded count as nothing, so that a route that moves nothing cannot spin.
   */
  int run() {
    Instant start = around.now.get();
    List<Long> ids = lease == null ? inOneTransaction() : underLease(lease);
    if (ids.isEmpty()) {
      last = ids;
      return 0;
    }
    timer.record(Duration.between(start, around.now.get()));
    around.meters.counter("ordo.stage.rows", "stage", pool.name()).increment(ids.size());
    boolean standing = ids.equals(last);
    last = ids;
    return standing ? 0 : ids.size();
  }

  private List<Long> inOneTransaction() {
    Claimed claimed = new Claimed();
    try {
      around.tx.executeWithoutResult(
          status -> {
            claimed.ids = pool.claim(batch);
            if (!claimed.ids.isEmpty()) {
              work.accept(claimed.ids);
            }
          });
    } catch (RuntimeException e) {
      redo(claimed.ids, e);
    }
    return claimed.ids;
  }

  private List<Long> underLease(Duration lease) {
    Instant until = around.now.get().plus(lease);
    List<Long> ids = leased(until);
    if (ids.isEmpty()) {
      return ids;
    }
    try {
      work.accept(ids);
      around.tx.executeWithoutResult(status -> pool.unpostpone(ids, until));
    } catch (RuntimeException e) {
      around.tx.executeWithoutResult(status -> pool.unpostpone(ids, until));
      redo(ids, e);
    }
    return ids;
  }

  private List<Long> leased(Instant until) {
    Claimed claimed = new Claimed();
    around.tx.executeWithoutResult(
        status -> {
          claimed.ids = pool.claim(batch);
          if (!claimed.ids.isEmpty()) {
            pool.postpone(claimed.ids, until);
          }
        });
    return claimed.ids;
  }

  /** One row that cannot be worked must not hold up its batch: each gets a transaction. */
  private void redo(List<Long> ids, RuntimeException cause) {
    if (ids.isEmpty()) {
      throw cause;
    }
    LOG.warn("Stage ({}) redoes {} rows one by one: {}", pool.name(), ids.size(), text(cause));
    LOG.debug("Stage ({}) failed", pool.name(), cause);
    if (ids.size() == 1) {
      blame(ids.getFirst(), cause);
      return;
    }
    if (pool.isWhole()) {
      putCulpritsAside(ids, cause);
    } else {
      ids.forEach(this::alone);
    }
  }

  /** Where no row fails by itself the batch as a whole waits for its next turn. */
  private void putCulpritsAside(List<Long> ids, RuntimeException cause) {
    Map<Long, RuntimeException> culprits = new LinkedHashMap<>();
    for (long id : ids) {
      try {
        around.tx.executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              reclaimed(id);
            });
      } catch (RuntimeException e) {
        culprits.put(id, e);
      }
    }
    culprits.forEach(this::blame);
    if (culprits.isEmpty()) {
      ids.forEach(id -> blame(id, cause));
    }
  }

  private void alone(long id) {
    try {
      if (lease == null) {
        around.tx.executeWithoutResult(status -> reclaimed(id));
      } else {
        aloneUnderLease(id, around.now.get().plus(lease));
      }
    } catch (RuntimeException e) {
      blame(id, e);
    }
  }

  private void reclaimed(long id) {
    if (pool.reclaim(id)) {
      work.accept(List.of(id));
    }
  }

  private void aloneUnderLease(long id, Instant until) {
    boolean mine = Boolean.TRUE.equals(around.tx.execute(status -> take(id, until)));
    if (mine) {
      try {
        work.accept(List.of(id));
      } finally {
        around.tx.executeWithoutResult(status -> pool.unpostpone(List.of(id), until));
      }
    }
  }

  private boolean take(long id, Instant until) {
    boolean due = pool.reclaim(id);
    if (due) {
      pool.postpone(List.of(id), until);
    }
    return due;
  }

  private void blame(long id, RuntimeException cause) {
    around.meters.counter("ordo.stage.failures", "stage", pool.name()).increment();
    around.tx.executeWithoutResult(
        status -> {
          if (pool.reclaim(id)) {
            postponeOrPark(id, pool.failed(id), cause);
          }
        });
  }

  private void postponeOrPark(long id, int failures, RuntimeException cause) {
    if (failures >= around.settings.attempts()) {
      park(id, cause);
    } else {
      pool.postpone(List.of(id), around.now.get().plus(around.settings.wait(failures)));
    }
  }

  private void park(long id, RuntimeException cause) {
    LOG.error("Stage ({}) parks row ({})", pool.name(), id, cause);
    pool.park(id, text(cause));
    around.incidents.raise(
        NewIncident.of("stage:" + pool.name(), String.valueOf(id), pool.name() + " " + id, cause));
  }

  private static String text(Throwable cause) {
    return NewIncident.root(cause).toString();
  }

  /** Carries the claim out of the transaction that may fail. */
  private static final class Claimed {
    private List<Long> ids = List.of();
  }
}
