package dev.ordo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.bench.Tally.Difference;
import dev.ordo.bench.Tally.Kind;
import dev.ordo.bench.Tally.Scanned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TallyTests {
  private static final Tally OPEN = new Tally(Map.of("A", 2, "B", 1), Map.of());

  @Test
  void passesWhatIsExactlyRight() {
    Tally full = OPEN.with("A", 1).with("B", 1).with("A", 1);

    assertThat(full.differences()).isEmpty();
    assertThat(full.toGo()).isZero();
  }

  @Test
  void namesTheArticleThatIsWrongExtraOrMissing() {
    assertThat(OPEN.means("X", 1)).isEqualTo(Scanned.WRONG);
    assertThat(OPEN.with("B", 1).means("B", 1)).isEqualTo(Scanned.EXTRA);
    assertThat(OPEN.with("A", 1).with("B", 2).with("X", 1).differences())
        .containsExactly(
            new Difference(Kind.EXTRA, "B", 1),
            new Difference(Kind.WRONG, "X", 1),
            new Difference(Kind.MISSING, "A", 1));
  }

  @Test
  void forgetsAWrongArticleOnlyWhenItIsScannedOut() {
    Tally wrong = OPEN.with("A", 2).with("B", 1).with("X", 1);

    assertThat(wrong.differences()).hasSize(1);
    assertThat(wrong.means("X", -1)).isEqualTo(Scanned.REMOVED);
    assertThat(wrong.with("X", -1).differences()).isEmpty();
    assertThat(OPEN.means("A", -1)).isEqualTo(Scanned.NOT_THERE);
    assertThat(OPEN.with("A", -1)).isEqualTo(OPEN);
  }

  @Test
  void stopsEveryFaultyOneOfTenThousandParcelsAndPassesEveryGoodOne() {
    Random random = new Random(7);
    int faulty = 0;
    for (int i = 0; i < 10_000; i++) {
      Map<String, Integer> expected = new TreeMap<>();
      for (int line = 0; line <= random.nextInt(4); line++) {
        expected.merge("SKU" + random.nextInt(500), 1 + random.nextInt(3), Integer::sum);
      }
      List<String> picked = new ArrayList<>();
      expected.forEach((sku, qty) -> picked.addAll(Collections.nCopies(qty, sku)));
      boolean spoilt = random.nextInt(100) < 3;
      if (spoilt) {
        spoil(picked, expected, random);
        faulty++;
      }
      Collections.shuffle(picked, random);
      Tally tally = new Tally(expected, Map.of());
      for (String sku : picked) {
        tally = tally.with(sku, 1);
      }

      assertThat(tally.differences().isEmpty()).isEqualTo(!spoilt);
    }
    assertThat(faulty).isBetween(200, 400);
  }

  /** One wrong, one too many or one too few. */
  static void spoil(List<String> picked, Map<String, Integer> expected, Random random) {
    int at = random.nextInt(picked.size());
    switch (random.nextInt(3)) {
      case 0 -> {
        int other = random.nextInt(500);
        while (expected.containsKey("SKU" + other)) {
          other = (other + 1) % 500;
        }
        picked.set(at, "SKU" + other);
      }
      case 1 -> picked.add(picked.get(at));
      default -> picked.remove(at);
    }
  }
}
