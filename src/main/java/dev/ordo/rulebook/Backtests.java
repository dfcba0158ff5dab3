package dev.ordo.rulebook;

import dev.ordo.rules.Points;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The door to back-tests: what a candidate would have done to the decisions we really made. */
@Service
public class Backtests {
  private static final Logger LOG = LoggerFactory.getLogger(Backtests.class);

  /** Changed decisions kept for people to look at; all are counted. */
  static final int KEPT = 20_000;

  private final Rules rules;
  private final Points points;
  private final BacktestRows rows;
  private final Ids ids;
  private final int workers;
  private final ExecutorService pool;

  /** One run at a time on a node: the pool is the share of the machine back-tests get. */
  private final Semaphore turn = new Semaphore(1, true);

  Backtests(Rules rules, Points points, BacktestRows rows, Ids ids, TrialSettings settings) {
    this.rules = rules;
    this.points = points;
    this.rows = rows;
    this.ids = ids;
    this.workers = settings.workers();
    this.pool =
        Executors.newFixedThreadPool(
            workers, Thread.ofPlatform().daemon().name("backtest-", 1).factory());
  }

  @PreDestroy
  void stop() {
    pool.shutdownNow();
  }

  /**
   * Runs to the end in the caller's thread.
   *
   * @param progress told the share that is done
   */
  public Backtest run(Release candidate, Span span, String actor, DoubleConsumer progress) {
    long id = begin(candidate, span, actor);
    run(id, candidate, progress);
    return backtest(id);
  }

  /** Begins a run that goes on by itself. */
  public long start(Release candidate, Span span, String actor) {
    long id = begin(candidate, span, actor);
    Thread.ofVirtual().name("backtest").start(() -> run(id, candidate, share -> {}));
    return id;
  }

  public void cancel(long id) {
    rows.cancel(id);
  }

  public Optional<Backtest> find(long id) {
    return rows.find(id);
  }

  /** A run by its id; an unknown one is refused. */
  public Backtest backtest(long id) {
    return find(id)
        .orElseThrow(() -> new Refusal("backtest", Ids.text(id), "Choose one of the list."));
  }

  /** Runs of a candidate, newest first. */
  public List<Backtest> of(String point, String candidate) {
    return rows.of(point, candidate);
  }

  /**
   * Changed decisions, newest first.
   *
   * @param before id below which to read
   * @param from outcome before, empty for all
   * @param to outcome after, empty for all
   */
  public List<ChangedDecision> changes(long id, long before, String from, String to, int size) {
    return rows.changes(id, before, from, to, size);
  }

  private long begin(Release candidate, Span span, String actor) {
    long id = ids.next();
    Span fixed = span.before(id);
    String point = candidate.set().point();
    long total =
        rules.countPast(point, fixed.before(), fixed.from(), fixed.until(), fixed.newest());
    rows.begin(id, point, candidate.hash(), rules.active(point).hash(), fixed, total, actor);
    return id;
  }

  private void run(long id, Release candidate, DoubleConsumer progress) {
    Backtest begun = backtest(id);
    Count count = new Count(id, begun.total(), progress);
    try {
      while (!turn.tryAcquire(5, TimeUnit.SECONDS)) {
        count.tell();
      }
      try {
        Compared whole = compare(begun, candidate, count);
        rows.done(id, whole.seen(), whole.comparison());
      } finally {
        turn.release();
      }
    } catch (InterruptedException | CancellationException e) {
      LOG.info("Back-test {} of {} was stopped.", Ids.text(id), begun.point());
    } catch (RuntimeException e) {
      LOG.error("Back-test {} of {} failed.", Ids.text(id), begun.point(), e);
      rows.failed(id, count.done, String.valueOf(e.getMessage()));
    }
  }

  private Compared compare(Backtest begun, Release candidate, Count count) {
    Release base = rules.release(begun.point(), begun.base());
    Duel duel = new Duel(rules, points.of(begun.point()), base, candidate);
    PastPages pages = new PastPages(rules, begun.point(), begun.span());
    return new BacktestRun(pool, workers, duel).over(pages::next, count::add);
  }

  /**
   * Keeps what a page found and tells how far the run is; says so when nobody wants it any more.
   */
  private final class Count {
    private static final long EVERY_NANOS = 300_000_000;

    private final long id;
    private final long total;
    private final DoubleConsumer progress;
    private long done;
    private int kept;
    private long toldAt = System.nanoTime();

    Count(long id, long total, DoubleConsumer progress) {
      this.id = id;
      this.total = total;
      this.progress = progress;
    }

    void add(Compared page) {
      List<ChangedDecision> some =
          page.changes().subList(0, Math.min(page.changes().size(), KEPT - kept));
      rows.insert(id, some);
      kept += some.size();
      done += page.seen();
      if (System.nanoTime() - toldAt > EVERY_NANOS) {
        tell();
      }
    }

    private void tell() {
      toldAt = System.nanoTime();
      progress.accept(total == 0 ? 1 : Math.min(1.0, (double) done / total));
      if (!rows.countOn(id, done)) {
        throw new CancellationException();
      }
    }
  }
}
