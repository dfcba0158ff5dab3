package dev.ordo.rulebook.web;

import dev.ordo.access.People;
import dev.ordo.analysis.Glossary;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rulebook.Standing;
import dev.ordo.rulebook.Standings;
import dev.ordo.rules.Activation;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Sources;
import dev.ordo.rules.StoredRelease;
import dev.ordo.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The decision points: what decides at each, what is being changed, and the way back. */
@Controller
@PreAuthorize("hasAnyRole('OPS_MANAGER', 'RULE_AUTHOR', 'RULE_EXPERT', 'RULE_APPROVER', 'AUDITOR')")
class PointsController {
  private static final int ACTIVATIONS = 200;

  /** A point in the list. */
  record Row(Rules.Point point, Standing standing) {}

  /** A release with the change it came from. */
  record Past(
      StoredRelease release, Optional<Draft> draft, Optional<Activation> last, boolean decides) {
    public boolean decidedBefore() {
      return last.isPresent();
    }
  }

  /** A draft in a list. */
  record Open(Draft draft) {
    public String id() {
      return Ids.text(draft.id());
    }
  }

  private final Rules rules;
  private final Rulebook rulebook;
  private final Standings standings;
  private final People people;
  private final Links links;

  PointsController(
      Rules rules, Rulebook rulebook, Standings standings, People people, Links links) {
    this.links = links;
    this.standings = standings;
    this.rules = rules;
    this.rulebook = rulebook;
    this.people = people;
  }

  @GetMapping("/rules")
  String points(Model model) {
    Map<String, List<RuleSetBroken.Fault>> silent = new TreeMap<>(rules.broken());
    Map<String, Rules.Point> points = rules.points();
    silent.keySet().removeAll(points.keySet());
    model.addAttribute(
        "rows", points.values().stream().map(p -> new Row(p, standings.of(p))).toList());
    model.addAttribute("silent", silent);
    return "rulebook/points";
  }

  @GetMapping("/rules/{point}")
  String point(
      @PathVariable String point, @RequestParam(defaultValue = "") String file, Model model) {
    Rules.Point known = rules.point(point);
    Sources sources = rules.active(point).sources();
    List<Draft> drafts = rulebook.drafts(point);
    model.addAttribute("point", known);
    model.addAttribute("since", rules.activations(point, 1).stream().findFirst());
    model.addAttribute("releases", releases(point, drafts));
    model.addAttribute(
        "drafts", drafts.stream().filter(d -> d.status().isEditable()).map(Open::new).toList());
    model.addAttribute("scheduled", rulebook.scheduled(point));
    model.addAttribute("files", sources.files().keySet());
    model.addAttribute("file", Shown.of(sources, file));
    model.addAttribute("links", links.ofPoint(point));
    return "rulebook/point";
  }

  private List<Past> releases(String point, List<Draft> drafts) {
    List<Activation> activations = rules.activations(point, ACTIVATIONS);
    String deciding = rules.point(point).release();
    return rules.releases(point).stream()
        .map(
            release ->
                new Past(
                    release,
                    drafts.stream().filter(d -> d.hash().equals(release.hash())).findFirst(),
                    activations.stream().filter(a -> a.hash().equals(release.hash())).findFirst(),
                    release.hash().equals(deciding)))
        .toList();
  }

  @PostMapping("/rules/{point}/drafts")
  @PreAuthorize("hasRole('RULE_AUTHOR')")
  String start(@PathVariable String point, @RequestParam String title) {
    Draft draft = rulebook.start(point, title, people.actor().login());
    return "redirect:/rules/%s/drafts/%s".formatted(point, Ids.text(draft.id()));
  }

  @PostMapping("/rules/{point}/rollback")
  @PreAuthorize("hasRole('RULE_APPROVER')")
  String rollback(
      @PathVariable String point, @RequestParam String release, @RequestParam String why) {
    rulebook.rollback(point, release, people.actor().login(), why);
    return "redirect:/rules/" + point;
  }

  @PostMapping("/rules/{point}/activate")
  @PreAuthorize("hasRole('RULE_APPROVER')")
  String activate(
      @PathVariable String point, @RequestParam String release, @RequestParam String why) {
    rulebook.activate(point, release, people.actor().login(), why, Optional.empty());
    return "redirect:/rules/" + point;
  }

  @GetMapping("/rules/{point}/vocabulary")
  String vocabulary(@PathVariable String point, Model model) {
    Rules.Point known = rules.point(point);
    model.addAttribute("point", known);
    model.addAttribute("types", Glossary.of(known.set()).types());
    return "rulebook/vocabulary";
  }
}
