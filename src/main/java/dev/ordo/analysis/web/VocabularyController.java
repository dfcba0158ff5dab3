package dev.ordo.analysis.web;

import dev.ordo.analysis.Glossary;
import dev.ordo.rules.Rules;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands editors the words of a decision point, to complete and to check what is typed. */
@RestController
@PreAuthorize("hasRole('VIEWER')")
class VocabularyController {
  private final Rules rules;

  VocabularyController(Rules rules) {
    this.rules = rules;
  }

  @GetMapping("/api/rules/{point}/vocabulary")
  Glossary vocabulary(@PathVariable String point) {
    return Glossary.of(rules.point(point).set());
  }
}
