package dev.ordo.rulebook.web;

import dev.ordo.access.People;
import dev.ordo.console.Listing;
import dev.ordo.rulebook.DifferingDecision;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.LiveTrial;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rulebook.Share;
import dev.ordo.rulebook.Status;
import dev.ordo.rulebook.Trials;
import dev.ordo.rules.Engine;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.Rules;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A candidate beside the active release on live orders: what it would do, and its share. */
@Controller
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class ShadowController {
  private final Trials trials;
  private final Rulebook rulebook;
  private final Rules rules;
  private final People people;

  ShadowController(Trials trials, Rulebook rulebook, Rules rules, People people) {
    this.trials = trials;
    this.rulebook = rulebook;
    this.rules = rules;
    this.people = people;
  }

  @GetMapping("/rules/{point}/shadow")
  String page(
      @PathVariable String point,
      @RequestParam Optional<String> trial,
      @RequestParam Optional<String> cursor,
      Model model) {
    show(point, trial, cursor, model);
    model.addAttribute("set", rules.point(point).set());
    model.addAttribute(
        "drafts",
        rulebook.drafts(point).stream()
            .filter(
                d -> d.status() != Status.DRAFT && Status.MOVES.allowed(d.status(), Status.ACTIVE))
            .toList());
    return "rulebook/shadow";
  }

  @GetMapping("/rules/{point}/shadow/live")
  String live(@PathVariable String point, @RequestParam Optional<String> trial, Model model) {
    show(point, trial, Optional.empty(), model);
    return trials.of(point).isEmpty()
        ? "redirect:/rules/" + point + "/shadow"
        : "rulebook/shadow :: live";
  }

  private void show(String point, Optional<String> chosen, Optional<String> cursor, Model model) {
    List<LiveTrial> all = trials.of(point);
    LiveTrial shown =
        chosen
            .map(id -> trials.trial(Ids.parse(id)))
            .orElseGet(() -> all.isEmpty() ? null : all.getFirst());
    model.addAttribute("point", point);
    model.addAttribute("trials", all);
    model.addAttribute("trial", shown);
    if (shown != null) {
      model.addAttribute("matrix", Matrix.of(trials.matrix(shown.id())));
      model.addAttribute(
          "listing",
          Listing.of(
              trials.differences(shown.id(), Listing.before(cursor), Listing.SIZE + 1),
              Listing.SIZE,
              DifferingDecision::decision));
    }
  }

  @PostMapping("/rules/{point}/shadow")
  @PreAuthorize("hasAnyRole('RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER')")
  String start(
      @PathVariable String point,
      @RequestParam String draft,
      @RequestParam(defaultValue = "10") int mostErrors) {
    Draft chosen = rulebook.draft(Ids.parse(draft));
    try {
      long id = trials.start(Engine.compile(chosen.sources()), mostErrors, people.actor().login());
      people.did("RULES_SHADOW_BEGUN", "RULE_DRAFT", chosen.id(), point + " " + Ids.text(id));
    } catch (RuleSetBroken e) {
      throw new Refusal("draft", chosen.title(), "Mend its faults first: " + e.getMessage());
    }
    return "redirect:/rules/" + point + "/shadow";
  }

  @PostMapping("/rules/{point}/shadow/{trial}/share")
  @PreAuthorize("hasRole('RULE_APPROVER')")
  String share(
      @PathVariable String point,
      @PathVariable String trial,
      @RequestParam BigDecimal percent,
      @RequestParam(defaultValue = "") String shops) {
    Share share =
        new Share(percent, shops.isBlank() ? Set.of() : Set.of(shops.strip().split("[,;\\s]+")));
    trials.share(Ids.parse(trial), share);
    people.did(
        "RULES_SHARE",
        "RULE_TRIAL",
        Ids.parse(trial),
        "%s %s %% %s".formatted(point, percent.toPlainString(), share.shops()));
    return "redirect:/rules/" + point + "/shadow";
  }

  @PostMapping("/rules/{point}/shadow/{trial}/stop")
  @PreAuthorize("hasAnyRole('RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'OPS_MANAGER')")
  String stop(@PathVariable String point, @PathVariable String trial) {
    trials.stop(Ids.parse(trial), people.actor().login());
    people.did("RULES_SHADOW_ENDED", "RULE_TRIAL", Ids.parse(trial), point);
    return "redirect:/rules/" + point + "/shadow";
  }
}
