package dev.ordo.wave;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads for searches of one kind, so many at a time and no more, so that warehouses need not wait
 * for each other and searches never slow what else runs.
 */
final class SolverThreads {
  private final ExecutorService threads;

  SolverThreads(String name, int atATime) {
    threads =
        Executors.newFixedThreadPool(
            atATime, work -> Thread.ofPlatform().name(name).daemon().unstarted(work));
  }

  /** Waits for what the search finds. */
  <T> T find(Callable<T> search) {
    try {
      return threads.submit(search).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("Planning was stopped.").initCause(e);
    }
  }

  /** Begins a search nobody waits for. */
  void begin(Runnable search) {
    threads.execute(search);
  }

  void stop() {
    threads.shutdownNow();
  }
}
