package dev.ordo.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts in memory what became of decisions, so that watching a release costs no query. */
final class Tallies {
  private static final class Counter {
    private final LongAdder passed = new LongAdder();
    private final LongAdder held = new LongAdder();
    private final LongAdder failed = new LongAdder();

    private Tally take() {
      return new Tally(passed.sumThenReset(), held.sumThenReset(), failed.sumThenReset());
    }
  }

  private final Points points;
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();

  Tallies(Points points) {
    this.points = points;
  }

  void decided(Decision decision) {
    Counter counter = of(decision.release());
    boolean held = points.of(decision.point()).holds(decision.facts(), decision.verdicts());
    (held ? counter.held : counter.passed).increment();
  }

  void failed(String release) {
    of(release).failed.increment();
  }

  /** What was counted since the last time, by release. */
  Map<String, Tally> take() {
    Map<String, Tally> taken = new HashMap<>();
    counters.forEach(
        (release, counter) -> {
          Tally tally = counter.take();
          if (tally.total() > 0) {
            taken.put(release, tally);
          }
        });
    return taken;
  }

  private Counter of(String release) {
    Counter counter = counters.get(release);
    return counter != null
        ? counter
        : Objects.requireNonNull(counters.computeIfAbsent(release, r -> new Counter()));
  }
}
