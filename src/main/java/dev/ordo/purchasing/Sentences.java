package dev.ordo.purchasing;

import dev.ordo.console.Words;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says a proposal as one sentence a purchaser would say. */
@Component
public class Sentences {
  private final Words words;

  Sentences(Words words) {
    this.words = words;
  }

  public String of(Proposal proposal, Locale locale) {
    String when =
        proposal.daysToSafety() == 0
            ? words.of("purchasing.sentence.below", locale, proposal.sku())
            : words.of(
                "purchasing.sentence.falls", locale, proposal.sku(), proposal.daysToSafety());
    String risk =
        proposal.daysShort() == 0
            ? words.of("purchasing.sentence.thin", locale)
            : words.of("purchasing.sentence.short", locale, proposal.daysShort());
    String what =
        words.of(
            "purchasing.sentence.buy",
            locale,
            proposal.leadDays(),
            Integer.toString(proposal.qty()));
    return when + what + risk;
  }
}
