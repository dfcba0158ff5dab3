package dev.ordo.rulebook;

import dev.ordo.rules.Decision;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Release;
import dev.ordo.rules.Routing;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Trial;
import dev.ordo.rules.Undecided;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A trial on this node. Whatever the candidate does, the order gets a decision: where the candidate
 * has its share and fails, the active release decides instead.
 */
final class RunningTrial implements Trial {
  private static final Logger LOG = LoggerFactory.getLogger(RunningTrial.class);

  /** A decision that takes longer counts as an error. */
  private static final Duration SLOW = Duration.ofMillis(900);

  private static final Duration HANGS = Duration.ofMillis(900);

  private final LiveTrial trial;
  private final DecisionPoint point;
  private final Release candidate;
  private final Supplier<Release> active;
  private final Rules rules;
  private final Shadows shadows;
  private final AtomicLong failed = new AtomicLong();

  RunningTrial(
      LiveTrial trial, DecisionPoint point, Release candidate, Rules rules, Shadows shadows) {
    this.trial = trial;
    this.point = point;
    this.candidate = candidate;
    this.rules = rules;
    this.active = () -> rules.active(trial.point());
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
  public Optional<Release> deciding(Routing routing) {
    return !isOver() && trial.share().holds(routing) ? Optional.of(candidate) : Optional.empty();
  }

  @Override
  public void failed(Undecided how, Duration after) {
    error(after.compareTo(HANGS) > 0);
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
    long micros = (System.nanoTime() - begin) / 1_000;
    Side led = Side.of(point, decided);
    return new ShadowRow(
        recorded,
        point.stake(decided.facts()),
        byCandidate,
        byCandidate ? watched : led,
        byCandidate ? led : watched,
        (int) Math.min(micros, Integer.MAX_VALUE));
  }

  private Side askedCandidate(Decision decided) {
    long begin = System.nanoTime();
    Side side = Side.ERROR;
    try {
      side = asked(candidate, decided);
    } catch (Undecided e) {
      LOG.debug("The candidate of trial {} failed.", trial.id(), e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    if (side.failed() || took.compareTo(SLOW) > 0) {
      error(took.compareTo(HANGS) > 0);
    }
    return side;
  }

  private Side asked(Release release, Decision decided) {
    return Side.of(
        point, rules.together(() -> release.decide(decided.id(), decided.at(), decided.facts())));
  }

  /** A candidate that hangs is not given another chance: each one costs a thread. */
  private void error(boolean hangs) {
    failed.addAndGet(hangs ? trial.mostErrors() : 1);
    shadows.error(this);
  }

  /** Failed so often that it has no effect any more, here at once and everywhere soon. */
  boolean isOver() {
    return failed.get() >= trial.mostErrors();
  }
}
