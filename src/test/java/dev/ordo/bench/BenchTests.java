package dev.ordo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.TestDatabases;
import dev.ordo.access.People;
import dev.ordo.access.PeopleFixtures;
import dev.ordo.bench.BenchAnswer.Result;
import dev.ordo.bench.BenchState.Next;
import dev.ordo.catalog.Carton;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.CatalogFixtures;
import dev.ordo.catalog.Filler;
import dev.ordo.fulfilment.ConsignmentFixtures;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.order.Milestone;
import dev.ordo.order.MilestoneFixtures;
import dev.ordo.order.Milestones;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

class BenchTests {
  private static final long ID = 1_000;
  static final BusinessClock CLOCK =
      new BusinessClock() {
        @Override
        public Instant instant() {
          return Instant.parse("2026-11-22T08:00:00Z");
        }

        @Override
        public double factor() {
          return 1;
        }
      };

  private final List<PackingRows.Packed> parcels = new ArrayList<>();

  /** The module put together by hand on one database. */
  private final class Floor {
    final JdbcTemplate jdbc;
    final Consignments consignments;
    final Milestones milestones;
    final Bench bench;

    Floor(DataSource source) {
      jdbc = new JdbcTemplate(source);
      milestones = MilestoneFixtures.milestones(source);
      consignments = ConsignmentFixtures.consignments(source, milestones, CLOCK);
      Catalog catalog = CatalogFixtures.catalog(source);
      catalog.putProducts(
          IntStream.range(0, 500).mapToObj(i -> CatalogFixtures.product("SKU" + i)).toList());
      catalog.putCartons(
          List.of(
              new Carton("S", 250, 180, 100, 90, 5_000, new BigDecimal("0.8"), true),
              new Carton("M", 400, 300, 200, 250, 15_000, new BigDecimal("1.9"), true)));
      catalog.putFillers(
          List.of(new Filler("AIR", 1_000_000, BigDecimal.TWO, new BigDecimal("0.05"), true)));
      bench = bench(source, catalog);
    }

    private Bench bench(DataSource source, Catalog catalog) {
      People people = PeopleFixtures.people(source);
      BenchSettings settings = BenchSettings.DEFAULT;
      Goods goods = new Goods(catalog);
      CheckRows checks = new CheckRows(jdbc, TestDatabases.ids(), CLOCK);
      ScanCheck scanCheck = new ScanCheck(checks, goods, TestDatabases.ids());
      Boxing boxing =
          new Boxing(
              new PackingRows(jdbc, JsonMapper.shared(), CLOCK),
              new Packing(catalog, Instant::now, settings),
              new BoxWishes(catalog, goods, settings),
              goods,
              scanCheck,
              settings,
              (consignment, boxes) -> parcels.addAll(boxes));
      return new Bench(
          consignments,
          checks,
          scanCheck,
          boxing,
          new Evidence(milestones, people, CLOCK),
          new BenchStates(scanCheck, boxing, goods, settings),
          people);
    }

    void picked(long id, Map<String, Integer> pieces) {
      ConsignmentFixtures.insert(jdbc, id, ConsignmentStatus.PICKED, pieces);
    }

    BenchAnswer scan(String code, int qty) {
      return bench.scan(ID, List.of(new Scan("", code, qty)));
    }

    ConsignmentStatus status(long id) {
      return consignments.find(id).orElseThrow().status();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void takesAConsignmentFromPickedToPacked(String kind) {
    Floor floor = new Floor(kind.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres());
    floor.picked(ID, Map.of("SKU1", 2, "SKU2", 1));

    assertThat(floor.bench.open(ID).state().next()).isEqualTo(Next.SCAN);
    assertThat(floor.scan("BC-SKU1", 2).result()).isEqualTo(Result.RIGHT);
    assertThat(floor.scan("SKU2", 1).state().next()).isEqualTo(Next.CHECK);
    BenchAnswer checked = floor.bench.check(ID);
    assertThat(checked.result()).isEqualTo(Result.PASSED);
    assertThat(checked.state().advice()).extracting(PackedBox::carton).containsExactly("S");
    assertThat(floor.bench.check(ID).result()).isEqualTo(Result.ALREADY_DONE);

    BenchAnswer packed = floor.bench.pack(ID, List.of());
    assertThat(packed.state().next()).isEqualTo(Next.WEIGH);
    int expected = packed.state().boxes().getFirst().packed().expectedG();
    assertThat(expected).isEqualTo(3 * 250 + 90 + 4 * 2);
    assertThat(floor.bench.weigh(ID, 1, expected + 31).result()).isEqualTo(Result.TOO_HEAVY);
    assertThat(floor.status(ID)).isEqualTo(ConsignmentStatus.CHECKED);
    assertThat(floor.bench.weigh(ID, 1, expected - 30).result()).isEqualTo(Result.WEIGHT_RIGHT);

    assertThat(floor.status(ID)).isEqualTo(ConsignmentStatus.PACKED);
    assertThat(parcels).hasSize(1);
    assertThat(parcels.getFirst().weightG()).isEqualTo(expected - 30);
    assertThat(floor.bench.weigh(ID, 1, expected).result()).isEqualTo(Result.ALREADY_DONE);
    assertThat(floor.milestones.of(Milestone.Subject.CONSIGNMENT, ID))
        .extracting(Milestone::what)
        .containsExactly("CHECKED", "WEIGHT_OFF", "PACKED");
  }

  @Test
  void namesWrongExtraAndMissingArticlesAndLetsNoneOfThemPass() {
    Floor floor = new Floor(TestDatabases.h2());
    floor.picked(ID, Map.of("SKU1", 1, "SKU2", 1));

    assertThat(floor.bench.check(ID).result()).isEqualTo(Result.MISSING);
    BenchAnswer wrong = floor.scan("BC-SKU9", 1);
    assertThat(wrong.result()).isEqualTo(Result.WRONG);
    assertThat(wrong.sku()).isEqualTo("SKU9");
    assertThat(wrong.state().next()).isEqualTo(Next.REMOVE);
    floor.scan("SKU1", 1);
    assertThat(floor.scan("SKU1", 1).result()).isEqualTo(Result.EXTRA);
    floor.scan("SKU2", 1);
    assertThat(floor.scan("nobody knows", 1).sku()).isEqualTo("?nobody knows");
    assertThat(floor.bench.check(ID).good()).isFalse();
    assertThat(floor.bench.pack(ID, List.of()).result()).isEqualTo(Result.NOT_NOW);
    assertThat(floor.bench.weigh(ID, 1, 500).result()).isEqualTo(Result.NOT_NOW);

    assertThat(floor.scan("SKU9", -1).result()).isEqualTo(Result.REMOVED);
    floor.scan("SKU1", -1);
    assertThat(floor.bench.check(ID).result()).isEqualTo(Result.WRONG);
    floor.scan("nobody knows", -1);
    assertThat(floor.scan("SKU9", -1).result()).isEqualTo(Result.NOT_THERE);
    assertThat(floor.bench.check(ID).result()).isEqualTo(Result.PASSED);
  }

  @Test
  void countsARepeatedScanOnce() {
    Floor floor = new Floor(TestDatabases.h2());
    floor.picked(ID, Map.of("SKU1", 1));

    List<Scan> scan = List.of(new Scan("pda-7:42", "SKU1", 1));
    assertThat(floor.bench.scan(ID, scan).result()).isEqualTo(Result.RIGHT);
    assertThat(floor.bench.scan(ID, scan).result()).isEqualTo(Result.RIGHT);
    assertThat(floor.bench.check(ID).result()).isEqualTo(Result.PASSED);
  }

  @Test
  void letsPassWithAReasonOnlyAndKeepsIt() {
    Floor floor = new Floor(TestDatabases.h2());
    floor.picked(ID, Map.of("SKU1", 2));
    floor.scan("SKU1", 1);

    assertThatThrownBy(() -> floor.bench.overrideCheck(ID, " x "))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("reason");
    assertThat(floor.bench.overrideCheck(ID, "Buyer agreed to one").result())
        .isEqualTo(Result.OVERRIDDEN);
    assertThat(floor.bench.pack(ID, List.of()).state().advice().getFirst().contents())
        .isEqualTo(Map.of("SKU1", 1));
    floor.bench.weigh(ID, 1, 9_000);
    assertThat(floor.bench.overrideWeight(ID, "Scale is off").result())
        .isEqualTo(Result.OVERRIDDEN);

    assertThat(floor.status(ID)).isEqualTo(ConsignmentStatus.PACKED);
    assertThat(floor.jdbc.queryForList("SELECT detail FROM act ORDER BY id", String.class))
        .containsExactly("Buyer agreed to one | MISSING SKU1 x1", "Scale is off");
  }

  @Test
  void packsAsThePersonWishesAndRefusesWhatCannotBe() {
    Floor floor = new Floor(TestDatabases.h2());
    floor.picked(ID, Map.of("SKU1", 2));
    floor.scan("SKU1", 2);
    floor.bench.check(ID);

    assertThatThrownBy(() -> floor.bench.pack(ID, List.of(new BoxWish("XXL", null, null, null))))
        .hasMessageContaining("carton (XXL)");
    assertThatThrownBy(
            () -> floor.bench.pack(ID, List.of(new BoxWish("M", null, null, Map.of("SKU1", 1)))))
        .hasMessageContaining("Pack exactly {SKU1=2}");
    BenchState two =
        floor
            .bench
            .pack(
                ID,
                List.of(
                    new BoxWish("S", "", null, Map.of("SKU1", 1)),
                    new BoxWish("", null, null, Map.of("SKU1", 1))))
            .state();
    assertThat(two.boxes()).extracting(b -> b.packed().expectedG()).containsExactly(340, 250);
    floor.bench.weigh(ID, 1, 340);
    assertThat(floor.status(ID)).isEqualTo(ConsignmentStatus.CHECKED);
    floor.bench.weigh(ID, 2, 250);
    assertThat(floor.status(ID)).isEqualTo(ConsignmentStatus.PACKED);
  }

  @Test
  void stopsAConsignmentThatWasCalledBack() {
    Floor floor = new Floor(TestDatabases.h2());
    floor.picked(ID, Map.of("SKU1", 1));
    floor.scan("SKU1", 1);
    floor.consignments.move(List.of(ID), ConsignmentStatus.INTERCEPTED, "system", null, "");

    BenchAnswer stopped = floor.bench.check(ID);
    assertThat(stopped.result()).isEqualTo(Result.CALLED_BACK);
    assertThat(stopped.good()).isFalse();
    assertThat(stopped.state().next()).isEqualTo(Next.STOP);
    assertThat(floor.bench.open(ID).result()).isEqualTo(Result.CALLED_BACK);
    assertThat(floor.scan("SKU1", 1).result()).isEqualTo(Result.CALLED_BACK);
    assertThat(floor.bench.overrideCheck(ID, "all the same").result())
        .isEqualTo(Result.CALLED_BACK);
  }

  @Test
  void stopsEveryFaultyOneOfTenThousandParcelsAndPassesEveryGoodOne() {
    Floor floor = new Floor(TestDatabases.h2());
    Random random = new Random(7);
    int faulty = 0;
    for (long id = 1; id <= 10_000; id++) {
      Map<String, Integer> expected = new TreeMap<>();
      for (int line = 0; line <= random.nextInt(3); line++) {
        expected.merge("SKU" + random.nextInt(500), 1 + random.nextInt(2), Integer::sum);
      }
      floor.picked(id, expected);
      List<String> picked = new ArrayList<>();
      expected.forEach((sku, qty) -> picked.addAll(Collections.nCopies(qty, sku)));
      boolean spoilt = random.nextInt(100) < 3;
      if (spoilt) {
        TallyTests.spoil(picked, expected, random);
        faulty++;
      }
      Collections.shuffle(picked, random);
      if (!picked.isEmpty()) {
        floor.bench.scan(id, picked.stream().map(sku -> new Scan("", "BC-" + sku, 1)).toList());
      }

      BenchAnswer answer = floor.bench.check(id);

      assertThat(answer.good()).isEqualTo(!spoilt);
      assertThat(answer.sku().isEmpty()).isEqualTo(!spoilt);
    }
    assertThat(faulty).isBetween(200, 400);
    assertThat(
            floor.jdbc.queryForObject(
                "SELECT count(*) FROM consignment WHERE status = 'CHECKED'", Integer.class))
        .isEqualTo(10_000 - faulty);
  }
}
