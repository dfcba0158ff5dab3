package dev.ordo.analysis.web;

import dev.ordo.analysis.Glossary;
import dev.ordo.analysis.Shape;
import dev.ordo.analysis.Shapes;
import dev.ordo.analysis.WhyNot;
import dev.ordo.console.Words;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that says which conditions of a rule failed in a decision, and by how much. */
@Controller
@PreAuthorize("hasRole('VIEWER')")
class WhyNotController {
  /** A rule to choose. */
  record Choice(String name, String say, boolean fired) {}

  private final Rules rules;
  private final Words words;

  WhyNotController(Rules rules, Words words) {
    this.rules = rules;
    this.words = words;
  }

  @GetMapping("/decisions/{id}/why-not")
  String whyNot(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String rule,
      Locale locale,
      Model model) {
    StoredDecision decision =
        rules
            .find(Ids.parse(id))
            .orElseThrow(() -> new Refusal("decision", id, "There is no such decision."));
    Release release = rules.release(decision.point(), decision.release());
    Map<String, Shape> shapes =
        Shapes.of(release.sources()).stream().collect(Collectors.toMap(Shape::name, s -> s));
    model.addAttribute("decision", decision);
    model.addAttribute("id", Ids.text(decision.id()));
    model.addAttribute("rule", rule);
    model.addAttribute("choices", choices(decision, release, locale));
    if (!rule.isEmpty()) {
      Shape shape = shapes.get(rule);
      if (shape == null) {
        throw new Refusal("rule", rule, "Choose one of " + release.rules().keySet() + ".");
      }
      answer(shape, release, decision, locale, model);
    }
    return "analysis/why-not";
  }

  private void answer(
      Shape shape, Release release, StoredDecision decision, Locale locale, Model model) {
    WhyNot.Answer answer = WhyNot.answer(shape, release.facts(decision));
    Tellings tellings = new Tellings(words, Glossary.of(release.set()), locale);
    model.addAttribute("say", say(release, shape.name(), locale));
    model.addAttribute("place", shape.file() + ", " + shape.place());
    model.addAttribute("held", answer.held().name());
    model.addAttribute("blocks", answer.parts().stream().map(tellings::block).toList());
  }

  private List<Choice> choices(StoredDecision decision, Release release, Locale locale) {
    List<String> fired =
        decision.firings().stream().map(firing -> String.valueOf(firing.get("rule"))).toList();
    return release.rules().keySet().stream()
        .map(name -> new Choice(name, say(release, name, locale), fired.contains(name)))
        .toList();
  }

  private static String say(Release release, String rule, Locale locale) {
    return release.set().say(rule, locale.getLanguage().equals("zh"));
  }
}
