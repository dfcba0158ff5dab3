package dev.ordo.rules;

import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thread that decides for others, so that it can be left behind when a rule never ends. */
final class Decider extends Thread {
  /** What is being decided right now. */
  record Current(Release release, Collection<?> facts) {}

  /** Work handed over, and what came of it. */
  static final class Job<T> {
    private final Supplier<T> work;
    private final Thread caller = Thread.currentThread();
    private @Nullable T result;
    private @Nullable Throwable failure;
    private volatile boolean done;

    Job(Supplier<T> work) {
      this.work = work;
    }

    private void run() {
      try {
        finish(work.get(), null);
      } catch (RuntimeException | Error e) {
        finish(null, e);
      }
    }

    private synchronized void finish(@Nullable T value, @Nullable Throwable cause) {
      if (!done) {
        result = value;
        failure = cause;
        done = true;
      }
    }

    @SuppressWarnings("NullAway") // a job that did not fail has the result its work gave
    T await() {
      boolean interrupted = false;
      while (!done) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      return result;
    }
  }

  private final Consumer<Decider> idle;
  private volatile @Nullable Job<?> job;
  private volatile @Nullable Current current;
  private volatile boolean abandoned;

  Decider(String name, Consumer<Decider> idle) {
    super(name);
    setDaemon(true);
    this.idle = idle;
  }

  /** The decider this code runs on, if it runs on one. */
  static @Nullable Decider running() {
    return Thread.currentThread() instanceof Decider decider ? decider : null;
  }

  /** Whether it takes the work; one that was left behind takes none. */
  synchronized boolean give(Job<?> next) {
    if (!abandoned) {
      job = next;
      LockSupport.unpark(this);
    }
    return !abandoned;
  }

  void begin(Current decision) {
    current = decision;
  }

  void end() {
    current = null;
  }

  @Nullable Current current() {
    return current;
  }

  /**
   * Gives the caller its answer and never works again; the thread ends when its rule does.
   *
   * @param hanging nothing happens if this is over meanwhile
   */
  synchronized void abandon(Current hanging, Undecided answer) {
    Job<?> left = job;
    if (current == hanging && left != null) {
      abandoned = true;
      left.finish(null, answer);
      LockSupport.unpark(left.caller);
      interrupt();
    }
  }

  @Override
  public void run() {
    while (!abandoned) {
      Job<?> next = job;
      if (next == null) {
        LockSupport.park(this);
      } else {
        next.run();
        rest();
        LockSupport.unpark(next.caller);
      }
    }
  }

  private synchronized void rest() {
    job = null;
    if (!abandoned) {
      idle.accept(this);
    }
  }
}
