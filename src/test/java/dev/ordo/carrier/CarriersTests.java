package dev.ordo.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ordo.TestDatabases;
import dev.ordo.TestModules;
import dev.ordo.carrier.facts.ConsignmentFact;
import dev.ordo.rules.Rules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/** The real rules on the real tables. */
class CarriersTests {
  private static ApplicationContext modules;

  private static ApplicationContext start(String kind) {
    ApplicationContext started =
        TestModules.start(
            kind.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres(),
            new String[0],
            "rules",
            "site.Sites",
            "site.SiteRows",
            "carrier");
    Carriers carriers = started.getBean(Carriers.class);
    carriers.putCarriers(Stream.of("SF", "ZTO", "EMS", "JD").map(CarrierVectors::carrier).toList());
    carriers.putPrices(
        List.of(
            price("SF", "*", true, "18"),
            price("ZTO", "*", true, "6"),
            price("ZTO", "65", false, "0"),
            price("EMS", "*", true, "12"),
            price("JD", "*", true, "11")));
    return started;
  }

  @BeforeAll
  static void startModules() {
    modules = start("h2");
  }

  @Test
  void theCheapestCarriesAndTheRecordNamesTheLosers() {
    CarrierChoice choice = choose(demand("31", 500, "", "100"));

    assertThat(choice).isInstanceOf(CarrierChoice.Chosen.class);
    assertThat(choice.bids())
        .extracting(CarrierChoice.Bid::carrier, CarrierChoice.Bid::outcome)
        .containsExactly(
            tuple("ZTO", "WON"),
            tuple("JD", "FEWER_POINTS"),
            tuple("EMS", "FEWER_POINTS"),
            tuple("SF", "FEWER_POINTS"));
  }

  @Test
  void theTableSendsFarParcelsByPostAndValuableOnesWithSf() {
    assertThat(choose(demand("65", 500, "", "100")).bids().getFirst().carrier()).isEqualTo("EMS");
    assertThat(choose(demand("44", 500, "", "900")).bids().getFirst().carrier()).isEqualTo("SF");
    assertThat(choose(demand("44", 12_000, "", "90")).bids().getFirst().carrier()).isEqualTo("JD");
  }

  @Test
  void everyParcelOfAConsignmentIsPricedOnItsOwn() {
    CarrierChoice choice =
        choose(
            demand(
                "44",
                1500,
                "",
                "100",
                new CarrierDemand.Piece(1500, 0),
                new CarrierDemand.Piece(500, 0)));
    Carriers.Load heavy = new Carriers.Load("ZTO", "SH1", "44", 1500, 0);
    Carriers.Load light = new Carriers.Load("ZTO", "SH1", "44", 500, 0);
    Map<Carriers.Load, BigDecimal> billed =
        modules.getBean(Carriers.class).freights(List.of(heavy, light));

    assertThat(choice.bids().getFirst().carrier()).isEqualTo("ZTO");
    assertThat(choice.bids().getFirst().freight())
        .isEqualByComparingTo(billed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @Test
  void anUnservedProvinceExcludesACarrierWithItsReason() {
    assertThat(choose(demand("65", 500, "", "100")).bids())
        .filteredOn(b -> b.carrier().equals("ZTO"))
        .extracting(CarrierChoice.Bid::outcome)
        .containsExactly("NO_REACH");
  }

  @Test
  void theBuyersCarrierTakesItUnlessItCannot() {
    assertThat(choose(demand("44", 500, "SF", "10")).bids().getFirst().carrier()).isEqualTo("SF");
    assertThat(choose(demand("65", 500, "ZTO", "10")).bids().getFirst().carrier()).isEqualTo("EMS");
  }

  @Test
  void rulesSeeTheShopAndATrialMayTakeItsShareByIt() {
    CarrierChoice choice = choose(demand("44", 500, "", "100"));

    assertThat(choice.decision().facts())
        .filteredOn(ConsignmentFact.class::isInstance)
        .map(f -> ((ConsignmentFact) f).shop())
        .containsExactly("TB1");
    assertThat(new CarrierPoint().stake(List.copyOf(choice.decision().facts())).shop())
        .isEqualTo("TB1");
  }

  @Test
  void aParcelNobodyTakesIsLeftToAPerson() {
    assertThat(choose(demand("44", 40_000, "", "10"))).isInstanceOf(CarrierChoice.NoCarrier.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void keepsChoicesWithReplayableDecisions(String kind) {
    ApplicationContext started = kind.equals("h2") ? modules : start(kind);
    Carriers carriers = started.getBean(Carriers.class);
    List<CarrierChoice> choices = carriers.choose(List.of(demand("65", 500, "", "100")));
    carriers.record(choices);

    assertThat(carriers.choicesOf(1))
        .last()
        .satisfies(
            c -> {
              assertThat(c.carrier()).isEqualTo("EMS");
              assertThat(c.bids()).contains("NO_REACH");
            });
    Rules rules = started.getBean(Rules.class);
    assertThat(rules.of("CONSIGNMENT", 1)).allMatch(rules::replays);
  }

  @Test
  void freightGoesByTheListOfTheLane() {
    Carriers carriers = modules.getBean(Carriers.class);

    Carriers.Load near = new Carriers.Load("SF", "SH1", "44", 1500, 0);
    Carriers.Load far = new Carriers.Load("ZTO", "SH1", "65", 1500, 0);
    assertThat(carriers.freights(List.of(near, far)))
        .containsOnlyKeys(near)
        .hasEntrySatisfying(near, f -> assertThat(f).isEqualByComparingTo("20"));
  }

  private static CarrierChoice choose(CarrierDemand demand) {
    return modules.getBean(Carriers.class).choose(List.of(demand)).getFirst();
  }

  private static CarrierDemand demand(
      String province,
      int weightG,
      String appointed,
      String goodsAmount,
      CarrierDemand.Piece... pieces) {
    return new CarrierDemand(
        1,
        "SH1",
        province,
        weightG,
        1_000_000,
        List.of(pieces),
        false,
        Set.of("NORMAL"),
        appointed,
        Set.of(),
        false,
        new BigDecimal(goodsAmount),
        Instant.now().plusSeconds(48 * 3600),
        "TB1");
  }

  private static CarrierPrice price(String carrier, String province, boolean served, String first) {
    return new CarrierPrice(
        carrier, "*", province, served, 1000, new BigDecimal(first), 1000, new BigDecimal("2"), 3);
  }
}
