package dev.ordo.rulebook.web;

import dev.ordo.access.People;
import dev.ordo.rulebook.Draft;
import dev.ordo.rulebook.Rulebook;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Engine;
import dev.ordo.rules.Examples;
import dev.ordo.rules.Release;
import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Sources;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rules for people who write neither text nor tables: chosen from lists, with an example. */
@Controller
@RequestMapping("/rules/{point}/drafts/{id}/simple")
@PreAuthorize("hasRole('RULE_AUTHOR')")
class SimpleRulesController {
  private static final String FILE = "simple.drl";

  private final Rules rules;
  private final Rulebook rulebook;
  private final People people;

  SimpleRulesController(Rules rules, Rulebook rulebook, People people) {
    this.rules = rules;
    this.rulebook = rulebook;
    this.people = people;
  }

  @GetMapping
  String form(@PathVariable String point, @PathVariable String id, Model model) {
    Draft draft = rulebook.draft(Ids.parse(id));
    model.addAttribute("draft", draft);
    model.addAttribute("id", id);
    model.addAttribute("point", rules.point(point));
    model.addAttribute("terms", terms(point));
    model.addAttribute("operators", SimpleRule.OPERATORS);
    return "rulebook/simple";
  }

  /** Conditions come as lists of equal length; a row without a value is left out. */
  @PostMapping
  String add(
      @PathVariable String point,
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam String sentence,
      @RequestParam List<String> field,
      @RequestParam List<String> operator,
      @RequestParam List<String> value,
      @RequestParam String verdict,
      @RequestParam(defaultValue = "") List<String> parameter) {
    List<Term> terms = terms(point);
    SimpleRule rule =
        new SimpleRule(
            sentence.strip(), conditions(terms, field, operator, value), verdict, parameter);
    Draft draft = rulebook.draft(Ids.parse(id));
    String author = people.actor().login();
    byte[] drl = with(draft, rule.drl(term(terms, verdict))).getBytes(StandardCharsets.UTF_8);
    Draft saved = rulebook.save(draft.id(), version, FILE, drl, author);
    String file = example(saved, rule, author).orElse(FILE);
    return "redirect:/rules/%s/drafts/%s?file=%s".formatted(point, id, file);
  }

  private List<Term> terms(String point) {
    return Term.all(rules.point(point).set());
  }

  private String with(Draft draft, String rule) {
    String before =
        draft.sources().files().containsKey(FILE)
            ? draft.sources().text(FILE).stripTrailing()
            : "package rules.%s;\n\nimport %s.*;"
                .formatted(draft.point(), rules.point(draft.point()).set().facts());
    return before + "\n\n" + rule;
  }

  private static List<SimpleRule.Condition> conditions(
      List<Term> terms, List<String> fields, List<String> operators, List<String> values) {
    List<SimpleRule.Condition> conditions = new ArrayList<>();
    for (int i = 0; i < Math.min(fields.size(), values.size()); i++) {
      if (!values.get(i).isBlank() && fields.get(i).contains(".")) {
        String[] named = fields.get(i).split("\\.", 2);
        Term fact = term(terms, named[0]);
        String operator = i < operators.size() ? operators.get(i) : "";
        conditions.add(
            new SimpleRule.Condition(
                fact, field(fact, named[1]), allowed(operator), values.get(i).strip()));
      }
    }
    return conditions;
  }

  private static String allowed(String operator) {
    if (!SimpleRule.OPERATORS.contains(operator)) {
      throw new Refusal("operator", operator, "Choose one of " + SimpleRule.OPERATORS + ".");
    }
    return operator;
  }

  private static Term term(List<Term> terms, String name) {
    return terms.stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal("fact", name, "The vocabulary has no such word."));
  }

  private static Term.Field field(Term fact, String name) {
    return fact.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal("field", name, "The vocabulary has no such word."));
  }

  /** Facts of the point's first example, changed until the conditions hold. */
  private Optional<String> example(Draft draft, SimpleRule rule, String author) {
    try {
      Release candidate = Engine.compile(draft.sources());
      List<Examples.Example> known = Examples.of(candidate);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      List<Object> facts = facts(known.getFirst().facts(), rule);
      Decision outcome = candidate.decide(0, Instant.EPOCH, facts);
      String file = freeName(draft.sources());
      String text = ExampleText.of(rule.sentence(), facts, outcome);
      byte[] yaml = text.getBytes(StandardCharsets.UTF_8);
      rulebook.save(draft.id(), draft.version(), file, yaml, author);
      return Optional.of(file);
    } catch (RuleSetBroken e) {
      return Optional.empty();
    }
  }

  private static String freeName(Sources sources) {
    int number = 1;
    while (sources.files().containsKey("examples/simple-" + number + ".yaml")) {
      number++;
    }
    return "examples/simple-" + number + ".yaml";
  }

  private static List<Object> facts(List<Object> base, SimpleRule rule) {
    List<Object> facts = new ArrayList<>(base);
    for (SimpleRule.Condition condition : rule.conditions()) {
      facts.replaceAll(
          fact ->
              fact.getClass().getSimpleName().equals(condition.fact().name())
                  ? Fitting.made(fact, condition)
                  : fact);
    }
    return facts;
  }
}
