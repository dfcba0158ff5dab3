package dev.ordo.rulebook;

import dev.ordo.rules.PastDecision;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Compares page after page on a pool of threads, a few pages ahead of the count and no more, so
 * that the memory it needs does not grow with the number of decisions.
 */
final class BacktestRun {
  private final ExecutorService pool;
  private final int ahead;
  private final Duel duel;
  private final Compared whole = new Compared();
  private final Deque<Future<Compared>> waiting = new ArrayDeque<>();

  BacktestRun(ExecutorService pool, int workers, Duel duel) {
    this.pool = pool;
    this.ahead = workers + 1;
    this.duel = duel;
  }

  /**
   * Runs to the end.
   *
   * @param pages empty at the end
   * @param counted told what each page counted in the order of the pages, before it joins the whole
   */
  Compared over(Supplier<List<PastDecision>> pages, Consumer<Compared> counted) {
    try {
      for (List<PastDecision> page = pages.get(); !page.isEmpty(); page = pages.get()) {
        List<PastDecision> one = page;
        waiting.add(pool.submit(() -> duel.compare(one)));
        if (waiting.size() > ahead) {
          take(counted);
        }
      }
      while (!waiting.isEmpty()) {
        take(counted);
      }
      return whole;
    } finally {
      waiting.forEach(page -> page.cancel(false));
    }
  }

  private void take(Consumer<Compared> counted) {
    try {
      Compared page = waiting.remove().get();
      counted.accept(page);
      whole.add(page);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
