package dev.ordo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.TestDatabases;
import dev.ordo.rules.Routing;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A share picks the same orders everywhere and about as many as it says. */
class ShareTests {
  private static final int ORDERS = 20_000;

  @Test
  void takesItsPercentageOfOrdersThatArriveInOneMoment() {
    Ids ids = TestDatabases.ids();
    Share tenth = share("10");

    long taken =
        LongStream.range(0, ORDERS)
            .map(i -> ids.next())
            .filter(id -> tenth.holds(new Routing("TB1", id)))
            .count();

    assertThat(taken).isBetween(ORDERS / 10 - 250L, ORDERS / 10 + 250L);
  }

  @Test
  void aGreaterShareHoldsAllOfASmallerOne() {
    List<Long> small =
        LongStream.range(0, ORDERS).filter(id -> share("5").holds(routing(id))).boxed().toList();

    assertThat(small).allMatch(id -> share("25.5").holds(routing(id)));
  }

  @Test
  void nothingAndEverythingAreExact() {
    assertThat(LongStream.range(0, ORDERS).filter(id -> share("0").holds(routing(id)))).isEmpty();
    assertThat(LongStream.range(0, ORDERS).filter(id -> share("100").holds(routing(id))))
        .hasSize(ORDERS);
  }

  @Test
  void takesAllOrdersOfItsShops() {
    Share share = new Share(BigDecimal.ZERO, Set.of("JD1"));

    assertThat(share.holds(new Routing("JD1", 5))).isTrue();
    assertThat(share.holds(new Routing("TB1", 5))).isFalse();
    assertThat(share.isNothing()).isFalse();
  }

  @Test
  void refusesMoreThanEverything() {
    assertThatThrownBy(() -> share("100.5")).isInstanceOf(Refusal.class);
  }

  private static Routing routing(long subject) {
    return new Routing("", subject);
  }

  private static Share share(String percent) {
    return new Share(new BigDecimal(percent), Set.of());
  }
}
