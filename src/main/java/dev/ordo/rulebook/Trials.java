package dev.ordo.rulebook;

import dev.ordo.rulebook.Comparison.Cell;
import dev.ordo.rules.Points;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Trial;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * The door to trials: a candidate beside the active release on live decisions, first as its shadow
 * without effect, then with a share of its own. Every node asks the database which trials there
 * are.
 */
@Service
public class Trials {
  private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

  private final Rules rules;
  private final Points points;
  private final TrialRows rows;
  private final Shadows shadows;
  private final Activations activations;
  private final Ids ids;
  private final Map<String, RunningTrial> here = new HashMap<>();

  Trials(
      Rules rules,
      Points points,
      TrialRows rows,
      Shadows shadows,
      Activations activations,
      Ids ids) {
    this.rules = rules;
    this.points = points;
    this.rows = rows;
    this.shadows = shadows;
    this.activations = activations;
    this.ids = ids;
  }

  /**
   * Lets a candidate shadow the active release of its point; a trial that runs there ends.
   *
   * @param mostErrors the trial ends when the candidate failed so often
   */
  public long start(Release candidate, int mostErrors, String actor) {
    String point = candidate.set().point();
    if (rules.active(point).hash().equals(candidate.hash())) {
      throw new Refusal("candidate", candidate.hash(), "It decides already; change something.");
    }
    rules.store(candidate, actor);
    long id = ids.next();
    rows.begin(id, point, candidate.hash(), Share.NOTHING, Math.max(1, mostErrors), actor);
    follow();
    return id;
  }

  /**
   * Lets the candidate decide its share for real from now on, if the policy would let it decide at
   * all; {@link Share#NOTHING} takes it back.
   */
  public void share(long id, Share share) {
    LiveTrial trial = trial(id);
    if (!share.isNothing()) {
      activations.refuseUnready(trial.point(), trial.candidate());
    }
    if (!rows.share(id, share)) {
      throw new Refusal("trial", Ids.text(id), "It has ended; start another one.");
    }
    follow();
  }

  public void stop(long id, String why) {
    rows.stop(id, why);
    follow();
  }

  public Optional<LiveTrial> running(String point) {
    return of(point).stream().filter(LiveTrial::running).findFirst();
  }

  public LiveTrial trial(long id) {
    return rows.find(id)
        .orElseThrow(() -> new Refusal("trial", Ids.text(id), "Choose one of the list."));
  }

  /** Trials of a point, newest first. */
  public List<LiveTrial> of(String point) {
    return rows.of(point);
  }

  /** Decisions the two releases see differently, newest first, below an id. */
  public List<DifferingDecision> differences(long trial, long before, int size) {
    return rows.differences(trial, before, size);
  }

  /** Differing outcomes, most frequent first. */
  public List<Cell> matrix(long trial) {
    return rows.matrix(trial);
  }

  /** Takes over what the database says; one short question where there is no trial. */
  @Scheduled(fixedDelay = 1_000, initialDelay = 3_000)
  synchronized void follow() {
    Map<String, LiveTrial> running = new HashMap<>();
    rows.running().forEach(trial -> running.put(trial.point(), trial));
    here.keySet().retainAll(running.keySet());
    running.values().forEach(this::follow);
    rules.trials(Map.<String, Trial>copyOf(here));
    if (!here.isEmpty()) {
      shadows.begin();
    }
  }

  private void follow(LiveTrial trial) {
    RunningTrial known = here.get(trial.point());
    if (trial.errors() >= trial.mostErrors() || (known != null && known.isOver())) {
      here.remove(trial.point());
      end(trial.id(), "errors");
    } else if (known == null || !known.is(trial)) {
      begin(trial);
    } else if (rules.active(trial.point()).hash().equals(trial.candidate())) {
      here.remove(trial.point());
      end(trial.id(), "active");
    }
  }

  private void begin(LiveTrial trial) {
    try {
      Release candidate = rules.release(trial.point(), trial.candidate());
      here.put(
          trial.point(),
          new RunningTrial(trial, points.of(trial.point()), candidate, rules, shadows));
    } catch (RuntimeException e) {
      LOG.error("Trial {} of {} cannot run.", Ids.text(trial.id()), trial.point(), e);
      here.remove(trial.point());
      end(trial.id(), "cannot run: " + e.getMessage());
    }
  }

  private void end(long id, String why) {
    if (rows.stop(id, why)) {
      LOG.warn("Trial {} ended: {}.", Ids.text(id), why);
    }
  }
}
