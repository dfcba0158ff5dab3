package dev.ordo.rulebook.web;

import dev.ordo.access.People;
import dev.ordo.rulebook.GatePolicy;
import dev.ordo.rulebook.GateRun;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rules.Rules;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a change of a decision point has to pass, and the limits it must keep afterwards. */
@Controller
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class PolicyController {
  private final Rulebook book;
  private final Rules rules;
  private final People people;

  PolicyController(Rulebook book, Rules rules, People people) {
    this.book = book;
    this.rules = rules;
    this.people = people;
  }

  @GetMapping("/rules/{point}/policy")
  String policy(@PathVariable String point, Model model) {
    String release = rules.point(point).release();
    model.addAttribute("set", rules.point(point).set());
    model.addAttribute("policy", book.policy(point));
    model.addAttribute("gates", book.gates(point, release).stream().map(GateRun::code).toList());
    model.addAttribute("scheduled", book.scheduled(point));
    return "rulebook/policy";
  }

  /** What the form sends; an unticked box sends nothing. */
  record Form(
      @Nullable Boolean auto,
      @Nullable Boolean approval,
      @Nullable Boolean selfApproval,
      @Nullable List<String> gates,
      String leastStraightThrough,
      String mostHolds,
      String mostErrors,
      int leastDecisions,
      int watchMinutes,
      String mostChanged,
      int leastShadowed,
      String mostDifferent) {
    private GatePolicy of(String point, Set<String> known) {
      Set<String> chosen = new HashSet<>(gates == null ? List.of() : gates);
      chosen.retainAll(known);
      return new GatePolicy(
          point,
          Boolean.TRUE.equals(auto),
          Boolean.TRUE.equals(approval),
          Boolean.TRUE.equals(selfApproval),
          chosen,
          percent("leastStraightThrough", leastStraightThrough),
          percent("mostHolds", mostHolds),
          percent("mostErrors", mostErrors),
          leastDecisions,
          watchMinutes,
          percent("mostChanged", mostChanged),
          leastShadowed,
          percent("mostDifferent", mostDifferent));
    }

    private static BigDecimal percent(String field, String value) {
      try {
        return new BigDecimal(value.strip());
      } catch (NumberFormatException e) {
        throw new Refusal(field, value, "Give a percentage from 0 to 100.");
      }
    }
  }

  @PostMapping("/rules/{point}/policy")
  @PreAuthorize("hasRole('OPS_MANAGER')")
  String change(@PathVariable String point, Form form) {
    Set<String> known = new HashSet<>();
    book.gates(point, rules.point(point).release()).forEach(run -> known.add(run.code()));
    book.policy(form.of(point, known), people.actor().login());
    return "redirect:/rules/" + point + "/policy";
  }
}
