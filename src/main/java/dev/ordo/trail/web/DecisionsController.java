package dev.ordo.trail.web;

import dev.ordo.console.Listing;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.rules.Subject;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.trail.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that say why. */
@Controller
@PreAuthorize("hasRole('VIEWER')")
class DecisionsController {
  /** A decision in a list. */
  record Row(StoredDecision decision, List<Told> told) {
    public String text() {
      return Ids.text(decision.id());
    }
  }

  /** A fact as people read it. */
  record Fact(String type, String fields) {}

  /** What a decision is about, with the page that shows it. */
  record About(String kind, String text, String path) {
    static About of(Subject subject) {
      String text = Ids.text(subject.id());
      String path =
          switch (subject.kind()) {
            case "ORDER" -> "/orders/" + text;
            case "CONSIGNMENT" -> "/consignments/" + text;
            case "PARCEL" -> "/parcels/" + text;
            default -> "";
          };
      return new About(subject.kind(), text, path);
    }
  }

  private final Rules rules;

  DecisionsController(Rules rules) {
    this.rules = rules;
  }

  @GetMapping("/decisions")
  String list(
      @RequestParam(defaultValue = "") String point,
      @RequestParam Optional<String> cursor,
      Model model) {
    List<Row> found =
        rules.newest(point, Listing.before(cursor), Listing.SIZE + 1).stream()
            .map(decision -> new Row(decision, Told.of(decision)))
            .toList();
    model.addAttribute("listing", Listing.of(found, Listing.SIZE, row -> row.decision().id()));
    model.addAttribute("point", point);
    model.addAttribute("points", List.copyOf(rules.points().keySet()));
    return "trail/decisions";
  }

  @GetMapping("/decisions/{id}")
  String decision(
      @PathVariable String id, @RequestParam(defaultValue = "false") boolean replay, Model model) {
    StoredDecision decision =
        rules
            .find(Ids.parse(id))
            .orElseThrow(() -> new Refusal("decision", id, "There is no such decision."));
    model.addAttribute("decision", decision);
    model.addAttribute("told", Told.of(decision));
    model.addAttribute("facts", decision.facts().stream().map(this::fact).toList());
    model.addAttribute("subjects", rules.subjects(decision.id()).stream().map(About::of).toList());
    model.addAttribute("replayed", replay);
    model.addAttribute("same", replay && rules.replays(decision));
    return "trail/decision";
  }

  private Fact fact(Map<String, Object> fact) {
    Map<String, Object> fields = new LinkedHashMap<>(fact);
    return new Fact(String.valueOf(fields.remove("fact")), Told.text(fields));
  }
}
