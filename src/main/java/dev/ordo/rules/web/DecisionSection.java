package dev.ordo.rules.web;

import dev.ordo.console.Badge;
import dev.ordo.console.Cell;
import dev.ordo.console.PageSection;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.Ids;
import java.util.List;
import java.util.Locale;

/** The decisions about one order, consignment or parcel: which rules fired and what they said. */
final class DecisionSection implements PageSection {
  private static final List<String> COLUMNS =
      List.of(
          "rules.decision.at",
          "rules.decision.point",
          "rules.decision.fired",
          "rules.decision.said");

  private final String page;
  private final Rules rules;
  private final Words words;
  private final Times times;

  DecisionSection(String page, Rules rules, Words words, Times times) {
    this.page = page;
    this.rules = rules;
    this.words = words;
    this.times = times;
  }

  @Override
  public String page() {
    return page;
  }

  @Override
  public int position() {
    return 400;
  }

  @Override
  public Section section(long subjectId, Locale locale) {
    List<List<Cell>> rows =
        rules.of(page.toUpperCase(Locale.ROOT), subjectId).stream()
            .map(decision -> row(decision, locale))
            .toList();
    return new Section("rules.decisions", COLUMNS, rows);
  }

  private List<Cell> row(StoredDecision decision, Locale locale) {
    List<Told> told = Told.of(decision);
    String fired = String.join("; ", told.stream().map(Told::rule).distinct().toList());
    String said =
        String.join("; ", told.stream().map(t -> words.code(t.code(), locale)).distinct().toList());
    return List.of(
        Cell.link(times.exact(decision.at()), "/decisions/" + Ids.text(decision.id())),
        Cell.text(words.code(decision.point(), locale)),
        fired.isEmpty()
            ? Cell.badge(words.of("rules.decision.none", locale), Badge.MUTED)
            : Cell.text(fired),
        Cell.text(said));
  }
}
