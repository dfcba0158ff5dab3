package dev.ordo.wave;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One thread for searches of one kind, one at a time, so that they never slow what else runs. */
final class SolverThread {
  private final ExecutorService thread;

  SolverThread(String name) {
    thread =
        Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name(name).daemon().unstarted(work));
  }

  /** Waits for what the search finds. */
  <T> T find(Callable<T> search) {
    try {
      return thread.submit(search).get();
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
    thread.execute(search);
  }

  void stop() {
    thread.shutdownNow();
  }
}
