package dev.ordo.rules.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a task about a withdrawn release leads: to the decision points and what decides there. */
@Controller
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class WithdrawnReleasesController {
  @GetMapping("/rule-releases/{id}")
  String release() {
    return "redirect:/rules";
  }
}
