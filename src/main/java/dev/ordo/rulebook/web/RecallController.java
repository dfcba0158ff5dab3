package dev.ordo.rulebook.web;

import dev.ordo.access.People;
import dev.ordo.console.Listing;
import dev.ordo.rulebook.Recall;
import dev.ordo.rulebook.Redecision;
import dev.ordo.rulebook.Redecisions;
import dev.ordo.rules.Redeciding;
import dev.ordo.rules.Rules;
import dev.ordo.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Decisions of a release about unshipped orders, made again by the active one. */
@Controller
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class RecallController {
  private final Redecisions redecisions;
  private final Rules rules;
  private final People people;

  RecallController(Redecisions redecisions, Rules rules, People people) {
    this.redecisions = redecisions;
    this.rules = rules;
    this.people = people;
  }

  @GetMapping("/rules/{point}/recall")
  String page(
      @PathVariable String point,
      @RequestParam Optional<String> recall,
      @RequestParam Optional<String> cursor,
      @RequestParam(defaultValue = "") String release,
      Model model) {
    List<Recall> all = redecisions.of(point);
    Recall shown =
        recall
            .map(id -> redecisions.recall(Ids.parse(id)))
            .orElseGet(() -> all.isEmpty() ? null : all.getFirst());
    model.addAttribute("point", point);
    model.addAttribute("set", rules.point(point).set());
    model.addAttribute("active", rules.active(point).hash());
    model.addAttribute("releases", rules.releases(point));
    model.addAttribute("chosen", release);
    model.addAttribute(
        "rules",
        release.isEmpty()
            ? List.of()
            : List.copyOf(rules.release(point, release).rules().keySet()));
    model.addAttribute("kind", redecisions.owner(point).map(Redeciding::kind).orElse(""));
    model.addAttribute("recalls", all);
    model.addAttribute("recall", shown);
    if (shown != null) {
      model.addAttribute(
          "listing",
          Listing.of(
              redecisions.differing(shown.id(), Listing.before(cursor), Listing.SIZE + 1),
              Listing.SIZE,
              Redecision::subject));
    }
    return "rulebook/recall";
  }

  /** Tells how far it is; once it stands still the page loads anew. */
  @GetMapping("/rules/{point}/recall/{recall}/progress")
  String progress(
      @PathVariable String point,
      @PathVariable String recall,
      HttpServletResponse response,
      Model model) {
    Recall shown = redecisions.recall(Ids.parse(recall));
    if (!shown.isBusy()) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("recall", shown);
    model.addAttribute("point", point);
    return "rulebook/recall :: progress";
  }

  @PostMapping("/rules/{point}/recall")
  @PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_APPROVER')")
  String start(
      @PathVariable String point,
      @RequestParam String release,
      @RequestParam(defaultValue = "") String rule) {
    long id = redecisions.start(point, release, rule, people.actor().login());
    return "redirect:/rules/%s/recall?recall=%s".formatted(point, Ids.text(id));
  }

  @PostMapping("/rules/{point}/recall/{recall}/approve")
  @PreAuthorize("hasRole('RULE_APPROVER')")
  String approve(
      @PathVariable String point, @PathVariable String recall, @RequestParam String why) {
    redecisions.approve(Ids.parse(recall), people.actor().login(), why);
    return "redirect:/rules/%s/recall?recall=%s".formatted(point, recall);
  }

  @PostMapping("/rules/{point}/recall/{recall}/drop")
  @PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_APPROVER')")
  String drop(@PathVariable String point, @PathVariable String recall) {
    redecisions.drop(Ids.parse(recall));
    return "redirect:/rules/%s/recall?recall=%s".formatted(point, recall);
  }
}
