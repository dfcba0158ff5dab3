package dev.ordo.trail;

import dev.ordo.journey.Leader;
import dev.ordo.shared.MachineClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has one node of all seal, anchor, prune and replay. */
@Component
class TrailSchedule {
  private final DecisionSealer sealer;
  private final PaperSeals papers;
  private final Anchors anchors;
  private final Replay replay;
  private final Retention retention;
  private final TrailSettings settings;
  private final Leader leader;
  private final MachineClock clock;

  TrailSchedule(
      DecisionSealer sealer,
      PaperSeals papers,
      Anchors anchors,
      Replay replay,
      Retention retention,
      TrailSettings settings,
      Leader leader,
      MachineClock clock) {
    this.sealer = sealer;
    this.papers = papers;
    this.anchors = anchors;
    this.replay = replay;
    this.retention = retention;
    this.settings = settings;
    this.leader = leader;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 20_000, fixedDelay = 5_000)
  void seal() {
    leader.runIfLeader("decision-sealer", sealer::round);
    leader.runIfLeader("decision-sealer", papers::seal);
    leader.runIfLeader("decision-sealer", () -> anchors.anchor(clock.now()));
  }

  @Scheduled(cron = "0 30 3 * * *")
  void night() {
    leader.runIfLeader("decision-sealer", retention::prune);
    leader.runIfLeader("decision-sealer", () -> replay.random(settings.replays()));
  }
}
