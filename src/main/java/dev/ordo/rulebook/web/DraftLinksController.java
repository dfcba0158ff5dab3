package dev.ordo.rulebook.web;

import dev.ordo.rulebook.Rulebook;
import dev.ordo.shared.Ids;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Leads from a task about a draft to its page. */
@Controller
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class DraftLinksController {
  private final Rulebook rulebook;

  DraftLinksController(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  @GetMapping("/rule-drafts/{id}")
  String draft(@PathVariable String id) {
    return "redirect:/rules/%s/drafts/%s".formatted(rulebook.draft(Ids.parse(id)).point(), id);
  }
}
