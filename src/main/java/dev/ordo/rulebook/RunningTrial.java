package dev.ordo.rulebook;

import dev.ordo.rules.Decision;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Release;
import dev.ordo.rules.Routing;
import dev.ordo.rules.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A trial on this node. Whatever the candidate does, the order gets a decision: where the candidate
 * has its share and fails, the active release decides instead.
 */
final class RunningTrial implements Trial {
  /** A decision that takes longer counts as an error. */
  static final long SLOW_NANOS = Duration.ofMillis(250).toNanos();

  private final LiveTrial trial;
  private final DecisionPoint point;
  private final Release candidate;
  private final Supplier<Release> active;
  private final Shadows shadows;
  private final AtomicLong failed = new AtomicLong();

  RunningTrial(
      LiveTrial trial,
      DecisionPoint point,
      Release candidate,
      Supplier<Release> active,
      Shadows shadows) {
    this.trial = trial;
    this.point = point;
    this.candidate = candidate;
    this.active = active;
    this.shadows = shadows;
    failed.set(trial.errors());
  }

  long id() {
    return trial.id();
  }

  /** Whether it is still what the database says, share included. */
  boolean is(LiveTrial other) {
    return trial.id() == other.id() && trial.share().equals(other.share());
  }

  @Override
  public Decision decide(
      Release deciding, long id, Instant at, Collection<?> facts, Routing routing) {
    if (isOver() || !trial.share().holds(routing)) {
      return deciding.decide(id, at, facts);
    }
    long begin = System.nanoTime();
    try {
      Decision decision = candidate.decide(id, at, facts);
      judge(System.nanoTime() - begin);
      return decision;
    } catch (RuntimeException e) {
      error();
      return deciding.decide(id, at, facts);
    }
  }

  @Override
  public void recorded(Collection<Recorded> decided) {
    List<Recorded> own =
        decided.stream().filter(r -> r.decision().point().equals(point.point())).toList();
    if (own.isEmpty() || isOver()) {
      return;
    }
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      shadows.offer(this, own);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            shadows.offer(RunningTrial.this, own);
          }
        });
  }

  /** Asks the release that did not decide; a candidate that fails is an ERROR on its side. */
  ShadowRow compare(Recorded recorded) {
    Decision decided = recorded.decision();
    boolean byCandidate = decided.release().equals(candidate.hash());
    long begin = System.nanoTime();
    Side watched = byCandidate ? asked(active.get(), decided) : askedCandidate(decided);
    long nanos = System.nanoTime() - begin;
    if (!byCandidate) {
      judge(nanos);
    }
    Side led = Side.of(point, decided);
    return new ShadowRow(
        recorded,
        point.stake(decided.facts()),
        byCandidate,
        byCandidate ? watched : led,
        byCandidate ? led : watched,
        (int) Math.min(nanos / 1_000, Integer.MAX_VALUE));
  }

  private Side askedCandidate(Decision decided) {
    try {
      return asked(candidate, decided);
    } catch (RuntimeException e) {
      error();
      return Side.ERROR;
    }
  }

  private Side asked(Release release, Decision decided) {
    return Side.of(point, release.decide(decided.id(), decided.at(), decided.facts()));
  }

  private void judge(long nanos) {
    if (nanos > SLOW_NANOS) {
      error();
    }
  }

  private void error() {
    failed.incrementAndGet();
    shadows.error(this);
  }

  /** Failed so often that it has no effect any more, here at once and everywhere soon. */
  boolean isOver() {
    return failed.get() >= trial.mostErrors();
  }
}
