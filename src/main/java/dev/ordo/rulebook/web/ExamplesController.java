package dev.ordo.rulebook.web;

import dev.ordo.access.People;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes an example of what an order met, so that it stays as it is or is mended for good. */
@Controller
@PreAuthorize("hasRole('RULE_AUTHOR')")
class ExamplesController {
  private final Rules rules;
  private final Rulebook rulebook;
  private final People people;

  ExamplesController(Rules rules, Rulebook rulebook, People people) {
    this.rules = rules;
    this.rulebook = rulebook;
    this.people = people;
  }

  @GetMapping("/decisions/{id}/example")
  String form(@PathVariable String id, Model model) {
    StoredDecision stored = find(id);
    List<PointsController.Open> drafts =
        rulebook.drafts(stored.point()).stream()
            .filter(draft -> draft.status().isEditable())
            .map(PointsController.Open::new)
            .toList();
    model.addAttribute("decision", id);
    model.addAttribute("point", rules.point(stored.point()));
    model.addAttribute("drafts", drafts);
    model.addAttribute("text", text(stored, "Decision " + id));
    return "rulebook/example";
  }

  @PostMapping("/decisions/{id}/example")
  String add(
      @PathVariable String id,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String draft) {
    StoredDecision stored = find(id);
    String author = people.actor().login();
    Draft into =
        draft.isEmpty()
            ? rulebook.start(stored.point(), name, author)
            : rulebook.draft(Ids.parse(draft));
    if (!into.point().equals(stored.point())) {
      throw new Refusal("draft", draft, "There is no such draft.");
    }
    String file = "examples/decision-%s.yaml".formatted(id);
    byte[] yaml = text(stored, name).getBytes(StandardCharsets.UTF_8);
    rulebook.save(into.id(), into.version(), file, yaml, author);
    return "redirect:/rules/%s/drafts/%s?file=%s"
        .formatted(into.point(), Ids.text(into.id()), file);
  }

  private StoredDecision find(String id) {
    return rules
        .find(Ids.parse(id))
        .orElseThrow(() -> new Refusal("decision", id, "There is no such decision."));
  }

  private String text(StoredDecision stored, String name) {
    Release release = rules.release(stored.point(), stored.release());
    List<Object> facts = release.facts(stored);
    Decision outcome = release.decide(0, stored.at(), facts);
    return ExampleText.of(name, facts, outcome);
  }
}
