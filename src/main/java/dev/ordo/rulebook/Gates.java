package dev.ordo.rulebook;

import dev.ordo.rulebook.GateRows.Job;
import dev.ordo.rulebook.GateRows.Run;
import dev.ordo.rules.Engine;
import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.RuleSetBroken.Fault;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Sources;
import dev.ordo.shared.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the gates of one content after the other on one thread, so that checking never takes the
 * server from the orders; what a node leaves undone another one does again.
 */
@Component
class Gates {
  /** The first gate of all: guard and compiler. */
  static final String COMPILE = "COMPILE";

  static final String STATIC = "STATIC";
  static final String BACKTEST = "BACKTEST";

  private static final Logger LOG = LoggerFactory.getLogger(Gates.class);
  private static final int WAITING_ROOM = 200;

  private final ObjectProvider<Gate> gates;
  private final GateRows rows;
  private final DraftRows drafts;
  private final PolicyRows policies;
  private final Rules rules;
  private final Settling settling;
  private final AtomicInteger unfinished = new AtomicInteger();
  private final Semaphore compiling = new Semaphore(2);
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_ROOM),
          work -> Thread.ofPlatform().name("gates").daemon().unstarted(work));

  Gates(
      ObjectProvider<Gate> gates,
      GateRows rows,
      DraftRows drafts,
      PolicyRows policies,
      Rules rules,
      Settling settling) {
    this.gates = gates;
    this.rows = rows;
    this.drafts = drafts;
    this.policies = policies;
    this.rules = rules;
    this.settling = settling;
  }

  @PostConstruct
  void begin() {
    rows.letGo();
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }

  /** Whether a gate runs or waits here. */
  boolean isBusy() {
    return unfinished.get() > 0;
  }

  /** Codes of all gates in their order. */
  List<String> codes() {
    List<String> codes = new ArrayList<>(List.of(COMPILE));
    gates.orderedStream().map(Gate::code).forEach(codes::add);
    return codes;
  }

  /** All gates of a content, those nobody ran yet too. */
  List<GateRun> of(String point, String hash) {
    Map<String, GateRun> known =
        rows.of(point, hash).stream().collect(Collectors.toMap(GateRun::code, run -> run));
    return codes().stream().map(code -> known.getOrDefault(code, GateRun.none(code))).toList();
  }

  /** Begins the named gates; those that run already go on. */
  void check(Job job, Collection<String> codes) {
    List<String> claimed = codes.stream().filter(code -> rows.claim(job, code)).toList();
    submit(job, claimed);
  }

  /** Says that this node lives, and takes over from nodes that do not. */
  @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
  void beat() {
    if (isBusy()) {
      rows.beat();
    }
    Map<Job, List<String>> taken = new HashMap<>();
    rows.silent().stream()
        .filter(rows::takeOver)
        .forEach(run -> taken.computeIfAbsent(run.job(), j -> new ArrayList<>()).add(run.gate()));
    taken.forEach(this::submit);
  }

  /** Faults of the files before any gate: guard, compiler and shape; stores nothing. */
  List<Fault> faults(Sources sources) {
    compiling.acquireUninterruptibly();
    try {
      Release release = Engine.compile(sources);
      return gates
          .orderedStream()
          .filter(gate -> gate.code().equals(STATIC))
          .flatMap(gate -> gate.check(release, share -> {}).faults().stream())
          .toList();
    } catch (RuleSetBroken e) {
      return e.faults();
    } finally {
      compiling.release();
    }
  }

  private void submit(Job job, List<String> codes) {
    if (codes.isEmpty()) {
      return;
    }
    try {
      unfinished.incrementAndGet();
      thread.execute(() -> run(job, codes));
    } catch (RejectedExecutionException e) {
      unfinished.decrementAndGet();
      codes.forEach(code -> rows.forget(new Run(job, code)));
      throw new Refusal("draft", job.hash(), "Too many checks wait already: try again later.");
    }
  }

  private void run(Job job, List<String> codes) {
    try {
      Release candidate = compile(job, codes.contains(COMPILE));
      gates
          .orderedStream()
          .filter(gate -> codes.contains(gate.code()))
          .forEach(gate -> run(job, gate, candidate));
    } catch (RuleSetBroken e) {
      codes.forEach(code -> rows.forget(new Run(job, code)));
    } catch (RuntimeException e) {
      LOG.error("The gates of {} {} broke off", job.point(), job.hash(), e);
      codes.forEach(code -> rows.finish(new Run(job, code), failed(e)));
    }
    try {
      settling.settle(job);
    } finally {
      unfinished.decrementAndGet();
    }
  }

  private Release compile(Job job, boolean told) {
    Run run = new Run(job, COMPILE);
    try {
      Release candidate = candidate(job);
      if (told) {
        rows.finish(run, new Gate.Outcome(true, candidate.rules().size() + " rules", List.of()));
      }
      return candidate;
    } catch (RuleSetBroken e) {
      rows.finish(run, new Gate.Outcome(false, e.faults().size() + " faults", e.faults()));
      throw e;
    }
  }

  private Release candidate(Job job) {
    return drafts.of(job.point(), job.hash()).stream()
        .findFirst()
        .map(
            draft -> {
              Release release = Engine.compile(draft.sources());
              rules.store(release, draft.author());
              return release;
            })
        .orElseGet(() -> rules.release(job.point(), job.hash()));
  }

  private void run(Job job, Gate gate, Release candidate) {
    Run run = new Run(job, gate.code());
    Steps steps = new Steps(run);
    try {
      if (gate.isDue(candidate) || policies.of(job.point()).gates().contains(gate.code())) {
        rows.finish(run, gate.check(candidate, steps::at));
      } else {
        rows.forget(run);
      }
    } catch (RuntimeException e) {
      LOG.warn("Gate {} of {} {} broke", gate.code(), job.point(), job.hash(), e);
      rows.finish(run, failed(e));
    }
  }

  private static Gate.Outcome failed(RuntimeException e) {
    String what = String.valueOf(e.getMessage());
    return new Gate.Outcome(false, what, List.of(new Fault("", "gate", what)));
  }

  /** Writes progress at every hundredth, not at every call. */
  private final class Steps {
    private final Run run;
    private int told = -1;

    private Steps(Run run) {
      this.run = run;
    }

    private synchronized void at(double share) {
      int hundredths = (int) (share * 100);
      if (hundredths > told) {
        told = hundredths;
        rows.progress(run, share);
      }
    }
  }
}
