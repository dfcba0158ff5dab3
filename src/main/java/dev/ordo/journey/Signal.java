package dev.ordo.journey;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting worker; calls while nobody waits are remembered, one per worker. */
final class Signal {
  private final Semaphore calls = new Semaphore(0);
  private final int workers;

  Signal(int workers) {
    this.workers = workers;
  }

  void call() {
    if (calls.availablePermits() < workers) {
      calls.release();
    }
  }

  void await(Duration atMost) throws InterruptedException {
    boolean unused = calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
