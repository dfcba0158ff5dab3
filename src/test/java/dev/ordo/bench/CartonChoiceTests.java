package dev.ordo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.catalog.Carton;
import dev.ordo.catalog.Filler;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CartonChoiceTests {
  private static final Carton SMALL = carton("S", 200, 150, 100, 5_000, "0.80");
  private static final Carton MEDIUM = carton("M", 300, 250, 200, 10_000, "1.50");
  private static final Carton LARGE = carton("L", 500, 400, 300, 20_000, "3.00");
  private static final List<Carton> CARTONS = List.of(SMALL, MEDIUM, LARGE);
  private static final List<Filler> FILLERS =
      List.of(
          new Filler("PAPER", 500_000, new BigDecimal("8"), new BigDecimal("0.0500"), true),
          new Filler("AIR", 2_000_000, new BigDecimal("2.4"), new BigDecimal("0.1000"), true));

  @Test
  void takesTheCartonThatCostsLeastWithItsFiller() {
    PackingAdvice advice = advise(piece("A", 180, 140, 90, 500, 1));

    assertThat(advice.boxes()).hasSize(1);
    PackedBox box = advice.boxes().getFirst();
    assertThat(box.carton()).isEqualTo("S");
    assertThat(box.filler()).isEqualTo("AIR");
    assertThat(box.fillerUnits()).isEqualTo(1);
    assertThat(box.expectedG()).isEqualTo(500 + 100 + 2);
    assertThat(advice.cost()).isEqualByComparingTo("0.90");
    assertThat(advice.estimated()).isFalse();
  }

  @Test
  void prefersADearerCartonWhereTheCheapOneWantsMoreFiller() {
    Carton wide = carton("WIDE", 600, 600, 600, 20_000, "0.10");

    PackingAdvice advice =
        choice(List.of(wide, SMALL)).advise(List.of(piece("A", 180, 140, 90, 500, 1)));

    assertThat(advice.boxes().getFirst().carton()).isEqualTo("S");
  }

  @Test
  void turnsGoodsToMakeThemFit() {
    assertThat(advise(piece("A", 95, 195, 145, 500, 1)).boxes().getFirst().carton()).isEqualTo("S");
  }

  @Test
  void leavesAFullCartonWithoutFillerUnlessGoodsAreFragile() {
    Piece full = piece("A", 200, 150, 95, 500, 1);
    Piece fragile = new Piece("F", 200, 150, 95, 500, 1, true);

    assertThat(advise(full).boxes().getFirst().filler()).isEmpty();
    assertThat(advise(fragile).boxes().getFirst().fillerUnits()).isEqualTo(1);
  }

  @Test
  void heedsTheWeightLimit() {
    assertThat(advise(piece("LEAD", 50, 50, 50, 6_000, 1)).boxes().getFirst().carton())
        .isEqualTo("M");
  }

  @Test
  void fillsSeveralCartonsWhereNoneTakesAll() {
    PackingAdvice advice = advise(piece("A", 250, 200, 150, 2_000, 20));

    assertThat(advice.boxes()).hasSizeGreaterThan(1);
    assertThat(units(advice)).isEqualTo(Map.of("A", 20));
    assertThat(advice.boxes()).allSatisfy(box -> assertThat(box.expectedG()).isLessThan(21_000));
  }

  @Test
  void shipsWhatNoCartonTakesInItsOwnPackaging() {
    PackingAdvice advice =
        advise(piece("ROD", 1_800, 50, 50, 900, 2), piece("A", 100, 100, 50, 200, 1));

    assertThat(advice.boxes()).extracting(PackedBox::carton).containsExactly("", "", "S");
    assertThat(advice.boxes().getFirst().expectedG()).isEqualTo(900);
  }

  @Test
  void packsAWholesaleQuantityInWellUnderASecond() {
    long from = System.nanoTime();
    PackingAdvice advice =
        advise(piece("MUG", 90, 90, 100, 300, 8_000), piece("PEN", 140, 10, 10, 9, 12_345));

    assertThat(units(advice)).isEqualTo(Map.of("MUG", 8_000, "PEN", 12_345));
    assertThat((System.nanoTime() - from) / 1_000_000).isLessThan(5_000);
  }

  @Test
  void saysSoWhereItHadNoTimeToThink() {
    PackingAdvice advice =
        new CartonChoice(CARTONS, FILLERS, 10, new Fit(() -> true))
            .advise(List.of(piece("A", 90, 90, 50, 200, 2), piece("B", 30, 60, 90, 100, 3)));

    assertThat(advice.boxes()).extracting(PackedBox::carton).containsExactly("S");
    assertThat(advice.estimated()).isTrue();
  }

  @Test
  void losesNothingWhateverIsOrdered() {
    Random random = new Random(42);
    for (int i = 0; i < 300; i++) {
      List<Piece> pieces =
          IntStream.range(0, 1 + random.nextInt(6))
              .mapToObj(
                  n ->
                      piece(
                          "P" + n,
                          10 + random.nextInt(350),
                          10 + random.nextInt(250),
                          5 + random.nextInt(150),
                          10 + random.nextInt(3_000),
                          1 + random.nextInt(5)))
              .toList();

      PackingAdvice advice = choice(CARTONS).advise(pieces);

      assertThat(units(advice)).isEqualTo(Load.of(pieces).contents());
      for (PackedBox box : advice.boxes()) {
        assertThat(volume(box, pieces)).isLessThanOrEqualTo(volumeOf(box.carton()));
      }
    }
  }

  private static long volume(PackedBox box, List<Piece> pieces) {
    return pieces.stream()
        .mapToLong(p -> p.volumeMm3() * box.contents().getOrDefault(p.sku(), 0))
        .sum();
  }

  private static long volumeOf(String carton) {
    return CARTONS.stream()
        .filter(c -> c.code().equals(carton))
        .mapToLong(Carton::volumeMm3)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  static Map<String, Integer> units(PackingAdvice advice) {
    Map<String, Integer> units = new java.util.TreeMap<>();
    advice
        .boxes()
        .forEach(box -> box.contents().forEach((sku, qty) -> units.merge(sku, qty, Integer::sum)));
    return units;
  }

  private static PackingAdvice advise(Piece... pieces) {
    return choice(CARTONS).advise(List.of(pieces));
  }

  private static CartonChoice choice(List<Carton> cartons) {
    return new CartonChoice(cartons, FILLERS, 10, new Fit(() -> false));
  }

  static Piece piece(String sku, int l, int w, int h, int grams, int qty) {
    return new Piece(sku, l, w, h, grams, qty, false);
  }

  static Carton carton(String code, int l, int w, int h, int maxG, String cost) {
    return new Carton(code, l, w, h, 100, maxG, new BigDecimal(cost), true);
  }
}
