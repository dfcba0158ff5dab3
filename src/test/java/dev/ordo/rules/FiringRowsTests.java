package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The record of a firing says which row of which table spoke; older records tell none. */
class FiringRowsTests {
  private static List<Firing> firings() {
    Release release = RulesFixtures.release("carrier");
    Examples.Example lhasa =
        Examples.of(release).stream()
            .filter(e -> e.name().equals("to Lhasa"))
            .findFirst()
            .orElseThrow();
    return release.decide(0, Instant.EPOCH, lhasa.facts()).firings();
  }

  @Test
  void theRowOfTheSheetIsInTheRecord() {
    List<Firing> firings = firings();

    assertThat(firings).extracting(Firing::row).containsExactly(10);
    assertThat(Snapshots.firings(firings)).endsWith("},10]]");
    assertThat(Snapshots.firingMaps(Snapshots.firings(firings)).getFirst())
        .containsEntry("row", 10);
    assertThat(
            Snapshots.firings(Snapshots.firings(firings), Vocabulary.of("dev.ordo.carrier.facts")))
        .isEqualTo(firings);
  }

  @Test
  void recordsFromBeforeHaveNoRowAndAreReadAsEver() {
    String before = Snapshots.firings(firings(), false);

    assertThat(before).endsWith("}]]");
    assertThat(Snapshots.firingMaps(before).getFirst()).doesNotContainKey("row");
    assertThat(Snapshots.firings(before, Vocabulary.of("dev.ordo.carrier.facts")))
        .extracting(Firing::row)
        .containsExactly(0);
  }
}
