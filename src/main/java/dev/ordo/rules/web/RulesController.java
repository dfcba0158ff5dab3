package dev.ordo.rules.web;

import dev.ordo.access.People;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.Rules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The decision points: which release decides, from which files, and what was refused. */
@Controller
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class RulesController {
  private final Rules rules;
  private final People people;

  RulesController(Rules rules, People people) {
    this.rules = rules;
    this.people = people;
  }

  @GetMapping("/rules")
  String points(Model model) {
    Map<String, List<RuleSetBroken.Fault>> silent = new TreeMap<>(rules.broken());
    Map<String, Rules.Point> points = rules.points();
    silent.keySet().removeAll(points.keySet());
    model.addAttribute("points", points.values());
    model.addAttribute("silent", silent);
    return "rules/points";
  }

  @GetMapping("/rules/{point}")
  String point(@PathVariable String point, Model model) {
    model.addAttribute("point", rules.point(point));
    model.addAttribute("releases", rules.releases(point));
    model.addAttribute("files", rules.texts(point));
    return "rules/point";
  }

  @PostMapping("/rules/{point}/activate")
  @PreAuthorize("hasRole('RULE_APPROVER')")
  String activate(
      @PathVariable String point, @RequestParam String release, @RequestParam String why) {
    rules.activate(point, release, people.actor().login(), why);
    people.did("RULES_ACTIVATED", "RULE_SET", 0, point + " " + release.substring(0, 12));
    return "redirect:/rules/" + point;
  }
}
