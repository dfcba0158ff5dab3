package dev.ordo.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ordo.catalog.GoodsClass;
import dev.ordo.catalog.Product;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignment.Line;
import dev.ordo.fulfilment.Consignment.Spot;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.order.Receiver;
import dev.ordo.site.Location;
import dev.ordo.site.Skill;
import dev.ordo.site.Trolley;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PickGroupsTests {
  private static final Trolley TROLLEY = new Trolley("W", "T1", 6, 6_000, 6_000);
  private static final Map<String, Product> PRODUCTS =
      Stream.of(
              product("PLAIN", GoodsClass.NORMAL, 100),
              product("COLD", GoodsClass.COLD, 100),
              product("DEAR", GoodsClass.VALUABLE, 100),
              product("HEAVY", GoodsClass.NORMAL, 4_000),
              product("GLASS", GoodsClass.FRAGILE, 50),
              product("ROCK", GoodsClass.NORMAL, 9_000))
          .collect(Collectors.toMap(Product::sku, p -> p));
  private static final Map<String, Location> LOCATIONS =
      Map.of("A", location("A", 0, "ZA"), "B", location("B", 1, "ZB"));

  private final PlanNotes notes = new PlanNotes();

  @Test
  void whatFitsIsLeftAloneAndNothingIsSaid() {
    List<PickGroup> groups = groups(List.of(TROLLEY), consignment(1, line("PLAIN", 2, "A")));
    assertThat(groups).hasSize(1);
    assertThat(groups.getFirst().method()).isEqualTo(PickMethod.SEED_WALL);
    assertThat(notes.all()).isEmpty();
  }

  @Test
  void anOrderLargerThanATrolleyGetsTripsOfItsOwn() {
    List<PickGroup> groups =
        groups(
            List.of(TROLLEY),
            consignment(1, line("HEAVY", 2, "A"), line("PLAIN", 3, "B")),
            consignment(2, line("PLAIN", 1, "A")));
    PickGroup own = groups.getLast();
    assertThat(own.method()).isEqualTo(PickMethod.ORDER_BY_ORDER);
    assertThat(own.portions()).extracting(Portion::units).containsExactly(1, 4);
    assertThat(groups.getFirst().portions()).hasSize(1);
    assertThat(notes.all())
        .extracting(WaveNote::code, WaveNote::args)
        .containsExactly(tuple("TOO_LARGE", List.of("1", "2")));
  }

  @Test
  void bulkyGoodsThatGoOrderByOrderAreNoMoreThanATrolleyCarries() {
    List<PickGroup> groups =
        groups(
            List.of(TROLLEY),
            method(consignment(1, line("HEAVY", 2, "A"), line("PLAIN", 3, "B")), "ORDER_BY_ORDER"));
    assertThat(groups.getLast().portions()).extracting(Portion::units).containsExactly(1, 4);
    assertThat(codes()).containsExactly("TOO_LARGE");
  }

  @Test
  void aUnitLargerThanATrolleyIsCarriedAlone() {
    List<PickGroup> groups = groups(List.of(TROLLEY), consignment(1, line("ROCK", 2, "A")));
    assertThat(groups.getFirst().portions()).extracting(Portion::units).containsExactly(1, 1);
  }

  @Test
  void fiftyThousandLinesAreCutIntoTrips() {
    List<Line> lines =
        IntStream.range(0, 50_000).mapToObj(i -> line("PLAIN", 1, i % 2 == 0 ? "A" : "B")).toList();
    List<PickGroup> groups =
        groups(
            List.of(new Trolley("W", "T", 6, 1_000_000_000_000L, 1_000_000_000)),
            method(consignment(1, lines.toArray(Line[]::new)), "ORDER_BY_ORDER"));
    assertThat(groups.getFirst().portions()).hasSize(100);
    assertThat(groups.getFirst().portions().stream().mapToInt(Portion::units).sum())
        .isEqualTo(50_000);
    assertThat(codes()).containsExactly("TOO_LONG");
  }

  @Test
  void aTrolleyOfNoCapacityIsNotUsed() {
    groups(
        List.of(TROLLEY, new Trolley("W", "T0", 0, 6_000, 6_000)),
        consignment(1, line("PLAIN", 1, "A")));
    assertThat(notes.all())
        .extracting(WaveNote::code, WaveNote::args)
        .containsExactly(tuple("EMPTY_TROLLEY", List.of("T0")));
  }

  @Test
  void withoutAnyTrolleyTheUsualOneIsAssumed() {
    List<PickGroup> groups = groups(List.of(), consignment(1, line("PLAIN", 1, "A")));
    assertThat(groups.getFirst().rooms()).containsExactly(PickGroups.USUAL_ROOM);
    assertThat(codes()).containsExactly("NO_TROLLEY");
  }

  @Test
  void goodsWithoutSizeOrWeightTakeAFullTote() {
    Consignment bare = measured(consignment(1, line("PLAIN", 1, "A")), 0, 0);
    List<PickGroup> groups = groups(List.of(TROLLEY), bare);
    assertThat(groups.getFirst().jobs().getFirst().load().weightG()).isEqualTo(1_000);
    assertThat(groups.getFirst().jobs().getFirst().load().volumeMm3()).isEqualTo(1_000);
    assertThat(codes()).containsExactly("UNMEASURED");
  }

  @Test
  void aSlotWithoutCoordinatesAndUnknownGoodsAreNamedAndPicked() {
    List<PickGroup> groups =
        groups(List.of(TROLLEY), consignment(1, line("PLAIN", 1, "NOWHERE"), line("WHAT", 1, "A")));
    assertThat(groups.getFirst().jobs().getFirst().stops()).hasSize(1);
    assertThat(groups.getFirst().portions().getFirst().units()).isEqualTo(2);
    assertThat(notes.all())
        .extracting(WaveNote::code, WaveNote::args)
        .containsExactlyInAnyOrder(
            tuple("OFF_LAYOUT", List.of("NOWHERE", "PLAIN", "1")),
            tuple("UNKNOWN_GOODS", List.of("WHAT", "1")));
  }

  @Test
  void whatHasNoPlacesIsLeftOutByName() {
    List<PickGroup> groups =
        groups(List.of(TROLLEY), consignment(1), consignment(2, line("PLAIN", 1, "A")));
    assertThat(groups).hasSize(1);
    assertThat(notes.all())
        .extracting(WaveNote::code, WaveNote::args)
        .containsExactly(tuple("NOTHING_TO_PICK", List.of("1")));
  }

  @Test
  void goodsThatNeedRareSkillsShareNoTripWithOthers() {
    Consignment cold = classes(consignment(1, line("COLD", 1, "A")), "COLD");
    Consignment dear = classes(consignment(2, line("DEAR", 1, "A")), "VALUABLE");
    Consignment plain = consignment(3, line("PLAIN", 1, "A"));
    List<PickGroup> apart =
        new PickGroups(facts(List.of(TROLLEY), Set.of(Skill.COLD)), Sections.ONE, notes)
            .of(List.of(cold, dear, plain));
    assertThat(apart)
        .extracting(PickGroup::needs)
        .containsExactly(Set.of(), Set.of(Skill.VALUABLES));
    assertThat(apart.getFirst().portions()).hasSize(2);
  }

  private List<String> codes() {
    return notes.all().stream().map(WaveNote::code).toList();
  }

  private List<PickGroup> groups(List<Trolley> trolleys, Consignment... consignments) {
    return new PickGroups(facts(trolleys, Skill.all()), Sections.ONE, notes)
        .of(List.of(consignments));
  }

  static PlanFacts facts(List<Trolley> trolleys, Set<Skill> common) {
    return new PlanFacts("W", LOCATIONS, PRODUCTS, trolleys, common);
  }

  private static Product product(String sku, GoodsClass goods, int weightG) {
    BigDecimal one = BigDecimal.ONE;
    return new Product(sku, sku, sku, "", weightG, 1, 1, 1, goods, "CNY", one, one, false, "");
  }

  private static Location location(String code, int aisle, String zone) {
    return new Location("W", code, aisle, 0, 0, "L", zone);
  }

  static Line line(String sku, int qty, String location) {
    long id = IDS.incrementAndGet();
    BigDecimal one = BigDecimal.ONE;
    List<Spot> places = List.of(new Spot(location, "", qty));
    return new Line(id, 1, 1, "S", "1", "1", sku, sku, qty, one, places);
  }

  private static final java.util.concurrent.atomic.AtomicLong IDS =
      new java.util.concurrent.atomic.AtomicLong();

  static Consignment consignment(long id, Line... lines) {
    int units = Stream.of(lines).mapToInt(Line::qty).sum();
    int weight =
        Stream.of(lines)
            .mapToInt(
                l -> PRODUCTS.containsKey(l.sku()) ? PRODUCTS.get(l.sku()).weightG() * l.qty() : 1)
            .sum();
    return new Made(id, "", weight, units, units, Set.of("NORMAL"), new ArrayList<>(List.of(lines)))
        .consignment();
  }

  private static Consignment method(Consignment of, String method) {
    return Made.of(of, method, of.weightG(), of.volumeMm3(), of.goodsClasses());
  }

  private static Consignment measured(Consignment of, int weight, long volume) {
    return Made.of(of, of.pickMethod(), weight, volume, of.goodsClasses());
  }

  private static Consignment classes(Consignment of, String goods) {
    return Made.of(of, of.pickMethod(), of.weightG(), of.volumeMm3(), Set.of(goods));
  }

  private record Made(
      long id,
      String method,
      int weight,
      long volume,
      int units,
      Set<String> classes,
      List<Line> lines) {
    static Consignment of(
        Consignment c, String method, int weight, long volume, Set<String> classes) {
      return new Made(c.id(), method, weight, volume, c.units(), classes, c.lines()).consignment();
    }

    Consignment consignment() {
      Instant now = Instant.EPOCH;
      return new Consignment(
          id,
          "W",
          ConsignmentStatus.WAVED,
          "S",
          "b",
          RECEIVER,
          1,
          "NORMAL",
          "",
          Set.of(),
          "",
          method,
          now,
          null,
          null,
          weight,
          volume,
          units,
          classes,
          BigDecimal.ONE,
          BigDecimal.ZERO,
          "CNY",
          null,
          now,
          lines);
    }
  }

  private static final Receiver RECEIVER =
      new Receiver("r", "", "CN", "31", "3101", "310104", "", "", "", "", "");
}
