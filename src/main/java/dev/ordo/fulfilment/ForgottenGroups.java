package dev.ordo.fulfilment;

import dev.ordo.shared.BusinessClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The net under planning: locked lines that no merge group waits for get one. */
@Component
class ForgottenGroups {
  private final MergeGroups groups;
  private final BusinessClock clock;

  ForgottenGroups(MergeGroups groups, BusinessClock clock) {
    this.groups = groups;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  @Transactional
  void sweep() {
    groups.open(groups.forgotten().stream().map(k -> new MergeGroups.Due(k, clock.now())).toList());
  }
}
