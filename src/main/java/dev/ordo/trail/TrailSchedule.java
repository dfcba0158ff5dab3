package dev.ordo.trail;

import dev.ordo.journey.Leader;
import dev.ordo.shared.MachineClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has one node of all seal and anchor. */
@Component
class TrailSchedule {
  private final DecisionSealer sealer;
  private final Anchors anchors;
  private final Leader leader;
  private final MachineClock clock;

  TrailSchedule(DecisionSealer sealer, Anchors anchors, Leader leader, MachineClock clock) {
    this.sealer = sealer;
    this.anchors = anchors;
    this.leader = leader;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 20_000, fixedDelay = 5_000)
  void seal() {
    leader.runIfLeader("decision-sealer", sealer::round);
    leader.runIfLeader("decision-sealer", () -> anchors.anchor(clock.now()));
  }
}
