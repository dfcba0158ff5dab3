package dev.ordo.carrier;

import dev.ordo.console.Amounts;
import dev.ordo.console.Badge;
import dev.ordo.console.Cell;
import dev.ordo.console.PageSection;
import dev.ordo.console.Times;
import dev.ordo.console.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows on the consignment's page who carried it, who lost and why. */
@Component
class CarrierChoiceSection implements PageSection {
  private static final List<String> COLUMNS =
      List.of(
          "carrier.choice.at",
          "carrier.choice.weight",
          "carrier.choice.carrier",
          "carrier.choice.outcome",
          "carrier.choice.freight",
          "carrier.choice.points");

  private final Carriers carriers;
  private final Words words;
  private final Times times;
  private final JsonMapper json;

  CarrierChoiceSection(Carriers carriers, Words words, Times times, JsonMapper json) {
    this.carriers = carriers;
    this.words = words;
    this.times = times;
    this.json = json;
  }

  @Override
  public String page() {
    return "consignment";
  }

  @Override
  public int position() {
    return 40;
  }

  @Override
  public Section section(long subjectId, Locale locale) {
    List<List<Cell>> rows = new ArrayList<>();
    for (PastChoice choice : carriers.choicesOf(subjectId)) {
      for (CarrierChoice.Bid bid : json.readValue(choice.bids(), CarrierChoice.Bid[].class)) {
        rows.add(row(choice, bid, locale));
      }
    }
    return new Section("carrier.choice.title", COLUMNS, rows);
  }

  private List<Cell> row(PastChoice choice, CarrierChoice.Bid bid, Locale locale) {
    String weight = choice.measured() ? "carrier.choice.measured" : "carrier.choice.expected";
    boolean won = bid.outcome().equals("WON");
    return List.of(
        Cell.text(times.text(choice.at())),
        Cell.text(words.of(weight, locale)),
        Cell.text(bid.carrier()),
        Cell.badge(words.code(bid.outcome(), locale), won ? Badge.OK : Badge.NONE),
        Cell.number(Amounts.text(bid.freight())),
        Cell.number(bid.points()));
  }
}
