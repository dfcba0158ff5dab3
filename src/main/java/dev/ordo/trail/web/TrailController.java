package dev.ordo.trail.web;

import dev.ordo.console.Listing;
import dev.ordo.console.Times;
import dev.ordo.rules.Rules;
import dev.ordo.shared.Ids;
import dev.ordo.trail.Finding;
import dev.ordo.trail.Query;
import dev.ordo.trail.Trail;
import dev.ordo.trail.Verified;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The auditor's pages: search, verification, anchors. Nothing here changes anything. */
@Controller
@PreAuthorize("hasAnyRole('AUDITOR', 'OPS_MANAGER', 'RULE_APPROVER')")
class TrailController {
  private static final int MOST_FINDINGS = 200;

  private final Trail trail;
  private final Rules rules;
  private final Times times;

  TrailController(Trail trail, Rules rules, Times times) {
    this.trail = trail;
    this.rules = rules;
    this.times = times;
  }

  /** What was looked for, as the form says it. */
  record Form(
      String point,
      String rule,
      String release,
      String outcome,
      String number,
      String person,
      String from,
      String until) {
    Query query(Times times) {
      return new Query(
          text(point),
          text(rule),
          text(release),
          text(outcome),
          text(number),
          text(person),
          Days.start(from, Query.ALL.from(), times.zone()),
          Days.end(until, Query.ALL.until(), times.zone()));
    }

    private static String text(String given) {
      return given == null ? "" : given.strip();
    }
  }

  @GetMapping("/trail")
  String search(Form form, @RequestParam Optional<String> cursor, Model model) {
    List<DecisionsController.Row> found =
        trail.find(form.query(times), Listing.before(cursor), Listing.SIZE + 1).stream()
            .map(DecisionsController.Row::of)
            .toList();
    model.addAttribute("listing", Listing.of(found, Listing.SIZE, row -> row.decision().id()));
    model.addAttribute("form", form);
    model.addAttribute("points", List.copyOf(rules.points().keySet()));
    model.addAttribute("outcomes", trail.outcomes());
    model.addAttribute("rules", trail.ruleNames());
    model.addAttribute("sealed", trail.sealedDecisions());
    model.addAttribute("replay", trail.lastReplay().orElse(null));
    return "trail/search";
  }

  @GetMapping("/trail/verify")
  String verify(Model model) {
    Verified verified = trail.verify();
    model.addAttribute("verified", verified);
    model.addAttribute(
        "findings", verified.findings().stream().limit(MOST_FINDINGS).map(Found::of).toList());
    model.addAttribute("anchors", trail.anchors().reversed());
    return "trail/verify";
  }

  /** A finding for people and machines. */
  record Found(String kind, String decision, long block, String detail) {
    static Found of(Finding finding) {
      return new Found(
          finding.kind().name(),
          finding.decision() == 0 ? "" : Ids.text(finding.decision()),
          finding.block(),
          finding.detail());
    }
  }

  /** What a verification found; {@code clean} if every record is what was sealed. */
  record Report(
      boolean clean,
      long decisions,
      long blocks,
      long anchors,
      long pruned,
      long millis,
      String link,
      List<Found> findings) {}

  @GetMapping(path = "/api/verify-decisions", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  @PreAuthorize("hasAnyRole('AUDITOR', 'OPS_MANAGER', 'INTEGRATION')")
  Report verified() {
    Verified v = trail.verify();
    return new Report(
        v.clean(),
        v.decisions(),
        v.blocks(),
        v.anchors(),
        v.pruned(),
        v.took().toMillis(),
        v.link(),
        v.findings().stream().map(Found::of).toList());
  }
}
