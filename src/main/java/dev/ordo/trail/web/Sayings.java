package dev.ordo.trail.web;

import dev.ordo.console.Words;
import dev.ordo.rules.Rules;
import dev.ordo.trail.Told;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says rules and verdicts in the reader's language. */
@Component("ruleSayings")
class Sayings {
  private final Rules rules;
  private final Words words;

  Sayings(Rules rules, Words words) {
    this.rules = rules;
    this.words = words;
  }

  /** The rule as its author calls it, or in Chinese where the rule set gives that. */
  public String of(String point, String rule, Locale locale) {
    Rules.Point known = rules.points().get(point);
    return known == null ? rule : known.set().say(rule, locale.getLanguage().equals("zh"));
  }

  /** What a rule said, with what it said it about. */
  public String verdict(Told told, Locale locale) {
    String about = told.about();
    return words.code(told.code(), locale) + (about.isEmpty() ? "" : " (" + about + ")");
  }
}
