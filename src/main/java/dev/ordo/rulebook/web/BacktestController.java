package dev.ordo.rulebook.web;

import dev.ordo.access.People;
import dev.ordo.console.Listing;
import dev.ordo.console.Times;
import dev.ordo.rulebook.Backtest;
import dev.ordo.rulebook.Backtests;
import dev.ordo.rulebook.ChangedDecision;
import dev.ordo.rulebook.Comparison;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rulebook.Span;
import dev.ordo.rules.Engine;
import dev.ordo.rules.RuleSet;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.Rules;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a draft would have done to past decisions. */
@Controller
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class BacktestController {
  private static final String MAY_RUN =
      "hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER')";

  private final Backtests backtests;
  private final Rulebook rulebook;
  private final Rules rules;
  private final People people;
  private final Times times;
  private final TrialCharts charts;

  BacktestController(
      Backtests backtests,
      Rulebook rulebook,
      Rules rules,
      People people,
      Times times,
      TrialCharts charts) {
    this.backtests = backtests;
    this.rulebook = rulebook;
    this.rules = rules;
    this.people = people;
    this.times = times;
    this.charts = charts;
  }

  @GetMapping("/rules/{point}/drafts/{id}/backtest")
  String page(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam Optional<String> run,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam Optional<String> cursor,
      Locale locale,
      Model model) {
    Draft draft = draft(point, id);
    List<Backtest> runs = backtests.of(point, draft.hash());
    Backtest shown =
        run.map(r -> backtests.backtest(Ids.parse(r)))
            .orElseGet(() -> runs.isEmpty() ? null : runs.getFirst());
    model.addAttribute("draft", draft);
    model.addAttribute("set", rules.active(point).set());
    model.addAttribute("runs", runs);
    model.addAttribute("run", shown);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    Comparison result = shown == null ? null : shown.result();
    model.addAttribute("result", result);
    if (shown != null && result != null) {
      show(shown, result, from, to, cursor, locale, model);
    }
    return "rulebook/backtest";
  }

  private void show(
      Backtest run,
      Comparison result,
      String from,
      String to,
      Optional<String> cursor,
      Locale locale,
      Model model) {
    RuleSet set = rules.active(run.point()).set();
    boolean chinese = locale.getLanguage().equals("zh");
    model.addAttribute("matrix", Matrix.of(result.matrix()));
    model.addAttribute(
        "ruleChart", charts.rules(result.rules(), rule -> set.say(rule, chinese), locale));
    model.addAttribute("bandChart", charts.bands(result, locale));
    Listing<ChangedDecision> listing =
        Listing.of(
            backtests.changes(run.id(), Listing.before(cursor), from, to, Listing.SIZE + 1),
            Listing.SIZE,
            ChangedDecision::decision);
    model.addAttribute("listing", listing);
    Map<Long, List<About>> abouts = new HashMap<>();
    rules
        .subjects(listing.rows().stream().map(ChangedDecision::decision).toList())
        .forEach((id, all) -> abouts.put(id, all.stream().map(About::of).toList()));
    model.addAttribute("abouts", abouts);
  }

  /** The bar of a run; at its end the page loads anew. */
  @GetMapping("/rules/{point}/backtests/{run}/progress")
  String progress(
      @PathVariable String point,
      @PathVariable String run,
      HttpServletResponse response,
      Model model) {
    Backtest shown = backtests.backtest(Ids.parse(run));
    if (!shown.isRunning()) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("run", shown);
    return "rulebook/backtest :: progress";
  }

  @PostMapping("/rules/{point}/drafts/{id}/backtest")
  @PreAuthorize(MAY_RUN)
  String start(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam(defaultValue = "100000") int newest,
      @RequestParam Optional<LocalDate> since,
      @RequestParam Optional<LocalDate> until) {
    Draft draft = draft(point, id);
    Span span =
        since
            .map(day -> Span.between(begin(day), begin(until.orElse(day).plusDays(1))))
            .orElseGet(() -> Span.newest(newest));
    try {
      long run = backtests.start(Engine.compile(draft.sources()), span, people.actor().login());
      return "redirect:/rules/%s/drafts/%s/backtest?run=%s".formatted(point, id, Ids.text(run));
    } catch (RuleSetBroken e) {
      throw new Refusal("draft", draft.title(), "Mend its faults first: " + e.getMessage());
    }
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(times.zone()).toInstant();
  }

  @PostMapping("/rules/{point}/backtests/{run}/cancel")
  @PreAuthorize(MAY_RUN)
  String cancel(@PathVariable String point, @PathVariable String run, @RequestParam String draft) {
    backtests.cancel(Ids.parse(run));
    return "redirect:/rules/%s/drafts/%s/backtest?run=%s".formatted(point, draft, run);
  }

  private Draft draft(String point, String id) {
    Draft draft = rulebook.draft(Ids.parse(id));
    if (!draft.point().equals(point)) {
      throw new Refusal("draft", id, "It belongs to another decision point.");
    }
    return draft;
  }
}
