package dev.ordo.journey.web;

import dev.ordo.journey.SelfCheck;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the command line and auditors check the invariants of a running server. */
@RestController
class SelfCheckController {
  /** What was checked; {@code clean} if nothing is violated. */
  record Report(boolean clean, List<SelfCheck.Checked> checked) {}

  private final SelfCheck selfCheck;

  SelfCheckController(SelfCheck selfCheck) {
    this.selfCheck = selfCheck;
  }

  @GetMapping("/api/self-check")
  @PreAuthorize("hasAnyRole('AUDITOR', 'OPS_MANAGER', 'INTEGRATION')")
  Report report() {
    List<SelfCheck.Checked> checked = selfCheck.run();
    return new Report(checked.stream().allMatch(c -> c.violations() == 0), checked);
  }
}
