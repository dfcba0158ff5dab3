package dev.ordo.trail.web;

import dev.ordo.rules.Rules;
import dev.ordo.trail.RuleFigures;
import dev.ordo.trail.RuleWatch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** How the rules of a decision point fare. */
@Controller
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class HealthController {
  private static final List<Integer> SPANS = List.of(7, 30, 90);

  private final Rules rules;
  private final RuleWatch watch;
  private final Sayings sayings;
  private final JsonMapper json;

  HealthController(Rules rules, RuleWatch watch, Sayings sayings, JsonMapper json) {
    this.rules = rules;
    this.watch = watch;
    this.sayings = sayings;
    this.json = json;
  }

  /** A rule with its days drawn small. */
  record Row(RuleFigures.Rule rule, String says, List<Bar> trend) {}

  /**
   * A day in a small drawing.
   *
   * @param percent of the rule's strongest day
   */
  record Bar(String day, long fires, long percent) {}

  @GetMapping("/rules/{point}/health")
  String health(
      @PathVariable String point,
      @RequestParam Optional<Integer> days,
      Locale locale,
      Model model) {
    RuleFigures figures =
        watch.figures(rules.point(point).set().point(), Math.clamp(days.orElse(30), 1, 366));
    model.addAttribute("point", point);
    model.addAttribute("days", days.orElse(30));
    model.addAttribute("spans", SPANS);
    model.addAttribute("figures", figures);
    model.addAttribute(
        "rows", figures.rules().stream().map(r -> row(point, r, figures, locale)).toList());
    model.addAttribute("chart", chart(figures));
    model.addAttribute("dead", figures.rules().stream().filter(RuleFigures.Rule::dead).count());
    return "trail/health";
  }

  private Row row(String point, RuleFigures.Rule rule, RuleFigures figures, Locale locale) {
    long most = rule.byDay().values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<Bar> trend =
        figures.byDay().keySet().stream()
            .map(day -> Map.entry(day, rule.byDay().getOrDefault(day, 0L)))
            .map(e -> new Bar(e.getKey().toString(), e.getValue(), e.getValue() * 100 / most))
            .toList();
    return new Row(rule, sayings.of(point, rule.name(), locale), trend);
  }

  private String chart(RuleFigures figures) {
    return json.writeValueAsString(
        Map.of(
            "grid", Map.of("left", 48, "right", 16, "top", 16, "bottom", 28),
            "tooltip", Map.of("trigger", "axis"),
            "xAxis", Map.of("type", "category", "data", days(figures)),
            "yAxis", Map.of("type", "value"),
            "series",
                List.of(
                    Map.of("type", "bar", "barMaxWidth", 32, "data", figures.byDay().values()))));
  }

  private static List<String> days(RuleFigures figures) {
    return figures.byDay().keySet().stream().map(Object::toString).toList();
  }
}
