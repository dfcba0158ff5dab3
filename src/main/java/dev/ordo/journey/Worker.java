package dev.ordo.journey;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that do one thing until it is done, then sleep until called or until the poll is due. */
final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final Duration poll;
  private final BooleanSupplier work;
  private final Signal signal;
  private final List<Thread> threads;
  private volatile boolean running;

  /**
   * @param work does one batch; true when more may be waiting
   */
  Worker(String name, int count, Duration poll, BooleanSupplier work) {
    this.name = name;
    this.poll = poll;
    this.work = work;
    this.signal = new Signal(count);
    this.threads =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> Thread.ofPlatform().daemon().name(name + "-" + i).unstarted(this::run))
            .toList();
  }

  void start() {
    running = true;
    threads.forEach(Thread::start);
  }

  void call() {
    signal.call();
  }

  /** Lets the running batches finish. */
  void stop() {
    if (!running) {
      return;
    }
    running = false;
    threads.forEach(t -> signal.call());
    for (Thread thread : threads) {
      try {
        if (thread != Thread.currentThread() && !thread.join(PATIENCE)) {
          LOG.warn("Worker ({}) did not finish its batch within {}.", name, PATIENCE);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void run() {
    while (running) {
      try {
        if (!onceQuietly()) {
          signal.await(poll);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean onceQuietly() throws InterruptedException {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.warn("Worker ({}) goes on after: {}", name, e.toString());
      if (running) {
        signal.await(AFTER_TROUBLE);
      }
      return false;
    }
  }
}
