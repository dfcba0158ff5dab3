package dev.ordo.wave;

import dev.ordo.console.Badge;
import dev.ordo.console.Cell;
import dev.ordo.console.PageSection;
import dev.ordo.console.Words;
import dev.ordo.shared.Ids;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** On the page of a consignment: where its units are picked, into which tote, how far that is. */
@Component
class PickSection implements PageSection {
  private final TripRows trips;
  private final Words words;

  PickSection(TripRows trips, Words words) {
    this.trips = trips;
    this.words = words;
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
    return new Section(
        "wave.picks",
        List.of("wave.wave", "wave.location", "wave.sku", "wave.qty", "wave.tote", "wave.status"),
        trips.picksOfConsignments(List.of(subjectId)).stream().map(p -> row(p, locale)).toList());
  }

  private List<Cell> row(Pick pick, Locale locale) {
    String wave = Ids.text(pick.waveId());
    return List.of(
        Cell.link(wave, "/waves/" + wave),
        Cell.text(pick.location()),
        Cell.text(pick.sku()),
        Cell.number(pick.qty()),
        Cell.number(pick.tote()),
        Cell.badge(words.of("wave.pick." + pick.status(), locale), badge(pick.status())));
  }

  private static Badge badge(PickStatus status) {
    return switch (status) {
      case OPEN, STRUCK -> Badge.MUTED;
      case PICKED -> Badge.OK;
      case SHORT -> Badge.BAD;
    };
  }
}
