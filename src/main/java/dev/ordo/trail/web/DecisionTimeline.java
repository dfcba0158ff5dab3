package dev.ordo.trail.web;

import dev.ordo.console.Badge;
import dev.ordo.console.TimelineEntry;
import dev.ordo.console.TimelineEntry.Kind;
import dev.ordo.console.TimelineSource;
import dev.ordo.console.Words;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import dev.ordo.trail.Told;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The decisions about a subject: which rules fired and what they said. */
@Component
class DecisionTimeline implements TimelineSource {
  private final Rules rules;
  private final Sayings sayings;
  private final Words words;

  DecisionTimeline(Rules rules, Sayings sayings, Words words) {
    this.rules = rules;
    this.sayings = sayings;
    this.words = words;
  }

  @Override
  public List<TimelineEntry> about(String kind, long subjectId, Locale locale) {
    return rules.of(kind, subjectId).stream().map(decision -> entry(decision, locale)).toList();
  }

  private TimelineEntry entry(StoredDecision decision, Locale locale) {
    List<String> lines =
        Told.of(decision).stream().map(told -> line(decision, told, locale)).distinct().toList();
    return new TimelineEntry(
        decision.at(),
        Kind.DECISION,
        words.code(decision.point(), locale),
        lines.isEmpty() ? List.of(words.of("rules.decision.none", locale)) : lines,
        "/decisions/" + Ids.text(decision.id()),
        Badge.NONE,
        "");
  }

  private String line(StoredDecision decision, Told told, Locale locale) {
    String rule = sayings.of(decision.point(), told.rule(), locale);
    return told.code().isEmpty() ? rule : rule + " → " + sayings.verdict(told, locale);
  }
}
