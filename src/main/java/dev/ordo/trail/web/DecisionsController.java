package dev.ordo.trail.web;

import dev.ordo.console.Listing;
import dev.ordo.console.Words;
import dev.ordo.rules.DecisionPoint.Ruling;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Points;
import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSource;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.rules.Subject;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.trail.Told;
import dev.ordo.trail.Trail;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    static Row of(StoredDecision decision) {
      return new Row(decision, Told.of(decision));
    }

    public String text() {
      return Ids.text(decision.id());
    }
  }

  /** What won or lost, in words. */
  record Said(String about, boolean won, String why, String figures, List<String> rules) {}

  /** What a decision is about, with the page that shows it. */
  record About(String kind, String text, String path) {
    static About of(Subject subject) {
      String text = Ids.text(subject.id());
      String path =
          switch (subject.kind()) {
            case "ORDER" -> "/orders/" + text;
            case "CONSIGNMENT" -> "/consignments/" + text;
            case "PARCEL" -> "/parcels/" + text;
            case "WAVE" -> "/waves/" + text;
            default -> "";
          };
      return new About(subject.kind(), text, path);
    }
  }

  private final Rules rules;
  private final Trail trail;
  private final Points points;
  private final FactWords facts;
  private final Sayings sayings;
  private final Words words;

  DecisionsController(
      Rules rules, Trail trail, Points points, FactWords facts, Sayings sayings, Words words) {
    this.rules = rules;
    this.trail = trail;
    this.points = points;
    this.facts = facts;
    this.sayings = sayings;
    this.words = words;
  }

  @GetMapping("/decisions")
  String list(
      @RequestParam(defaultValue = "") String point,
      @RequestParam Optional<String> cursor,
      Model model) {
    List<Row> found =
        rules.newest(point, Listing.before(cursor), Listing.SIZE + 1).stream()
            .map(Row::of)
            .toList();
    model.addAttribute("listing", Listing.of(found, Listing.SIZE, row -> row.decision().id()));
    model.addAttribute("point", point);
    model.addAttribute("points", List.copyOf(rules.points().keySet()));
    return "trail/decisions";
  }

  @GetMapping("/decisions/{id}")
  String decision(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean replay,
      Locale locale,
      Model model) {
    StoredDecision decision =
        rules
            .find(Ids.parse(id))
            .orElseThrow(() -> new Refusal("decision", id, "There is no such decision."));
    Release release = rules.active(decision.point());
    Release made = rules.release(decision.point(), decision.release());
    List<Told> told = Told.of(decision);
    List<Object> seen = release.facts(decision);
    model.addAttribute("decision", decision);
    model.addAttribute("told", told);
    model.addAttribute("written", written(told, made));
    model.addAttribute("set", made.set());
    model.addAttribute("facts", facts.of(seen, locale));
    model.addAttribute("said", said(decision, seen, release, locale));
    model.addAttribute("subjects", rules.subjects(decision.id()).stream().map(About::of).toList());
    model.addAttribute("place", trail.place(decision.id()).orElse(null));
    model.addAttribute("activation", activation(decision));
    model.addAttribute("replayed", replay);
    model.addAttribute("same", replay && rules.replays(decision));
    return "trail/decision";
  }

  /** How each rule that fired was written then. */
  private static Map<String, RuleSource> written(List<Told> told, Release made) {
    Map<String, RuleSource> written = new HashMap<>();
    told.forEach(
        firing ->
            made.source(firing.rule()).ifPresent(source -> written.put(firing.rule(), source)));
    return written;
  }

  private List<Said> said(
      StoredDecision decision, List<Object> seen, Release release, Locale locale) {
    List<Firing> firings = release.firings(decision.firingsJson());
    return points.of(decision.point()).rulings(seen, firings).stream()
        .map(ruling -> said(decision.point(), ruling, locale))
        .toList();
  }

  private Said said(String point, Ruling ruling, Locale locale) {
    String key = "trail.ruling." + ruling.code();
    String why = words.of(key, locale);
    String figures =
        ruling.figures().entrySet().stream()
            .map(
                f ->
                    words.of("trail.figure." + f.getKey(), locale)
                        + " "
                        + words.code(f.getValue(), locale))
            .collect(Collectors.joining(", "));
    return new Said(
        words.code(ruling.about(), locale),
        ruling.won(),
        why.equals(key) ? words.code(ruling.code(), locale) : why,
        figures,
        ruling.rules().stream().map(rule -> sayings.of(point, rule, locale)).toList());
  }

  /** Who let the release decide, and why; empty if the files did. */
  private String activation(StoredDecision decision) {
    return rules.activations(decision.point(), 1_000).stream()
        .filter(a -> a.hash().equals(decision.release()))
        .findFirst()
        .map(a -> a.actor())
        .orElse("");
  }
}
