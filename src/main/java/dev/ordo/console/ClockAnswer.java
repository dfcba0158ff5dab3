package dev.ordo.console;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells callers what time it is for the business, so that the outside world can keep step. */
@RestController
class ClockAnswer {
  /**
   * @param business time of windows, cut-offs and alerts
   * @param machine real time
   * @param factor business seconds per real second
   */
  record Clock(Instant business, Instant machine, double factor) {}

  private final BusinessClock business;
  private final MachineClock machine;

  ClockAnswer(BusinessClock business, MachineClock machine) {
    this.business = business;
    this.machine = machine;
  }

  @GetMapping("/api/clock")
  Clock clock() {
    return new Clock(business.now(), machine.now(), business.factor());
  }
}
