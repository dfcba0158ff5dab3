package dev.ordo.carrier;

import dev.ordo.console.Amounts;
import dev.ordo.console.Badge;
import dev.ordo.console.TimelineEntry;
import dev.ordo.console.TimelineEntry.Kind;
import dev.ordo.console.TimelineSource;
import dev.ordo.console.Words;
import dev.ordo.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which carrier a consignment was given, and what each of the others lost by. */
@Component
class CarrierTimeline implements TimelineSource {
  private final Carriers carriers;
  private final Words words;
  private final JsonMapper json;

  CarrierTimeline(Carriers carriers, Words words, JsonMapper json) {
    this.carriers = carriers;
    this.words = words;
    this.json = json;
  }

  @Override
  public List<TimelineEntry> about(String kind, long subjectId, Locale locale) {
    return kind.equals("CONSIGNMENT")
        ? carriers.choicesOf(subjectId).stream().map(choice -> entry(choice, locale)).toList()
        : List.of();
  }

  private TimelineEntry entry(PastChoice choice, Locale locale) {
    String weight = choice.measured() ? "measured" : "expected";
    List<String> lines = new ArrayList<>();
    for (CarrierChoice.Bid bid : json.readValue(choice.bids(), CarrierChoice.Bid[].class)) {
      lines.add(
          words.of(
              "carrier.choice.bid",
              locale,
              bid.carrier(),
              Amounts.text(bid.freight()),
              words.code(bid.outcome(), locale)));
    }
    return new TimelineEntry(
        choice.at(),
        Kind.CARRIER,
        words.of("carrier.choice." + weight + ".won", locale, choice.carrier()),
        lines,
        "/decisions/" + Ids.text(choice.decisionId()),
        Badge.NONE,
        "");
  }
}
