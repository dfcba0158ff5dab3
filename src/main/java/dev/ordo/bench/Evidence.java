package dev.ordo.bench;

import dev.ordo.access.People;
import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.shared.BusinessClock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps what went wrong at the bench, and who let it pass, in the consignment's history. */
@Component
class Evidence {
  private final Milestones milestones;
  private final People people;
  private final BusinessClock clock;

  Evidence(Milestones milestones, People people, BusinessClock clock) {
    this.milestones = milestones;
    this.people = people;
    this.clock = clock;
  }

  void record(long consignment, String what, String detail) {
    milestones.record(
        List.of(
            new Milestone(
                Milestone.Subject.CONSIGNMENT,
                consignment,
                clock.now(),
                what,
                "",
                "",
                people.actor().login(),
                null,
                detail)));
  }

  void override(long consignment, String what, String detail) {
    record(consignment, what, detail);
    people.did(what, "CONSIGNMENT", consignment, detail);
  }

  static String text(List<Tally.Difference> differences) {
    return differences.stream()
        .map(d -> "%s %s x%d".formatted(d.kind(), d.sku(), d.qty()))
        .collect(Collectors.joining("; "));
  }
}
