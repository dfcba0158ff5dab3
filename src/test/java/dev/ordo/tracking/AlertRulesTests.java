package dev.ordo.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.TestDatabases;
import dev.ordo.TestModules;
import dev.ordo.rules.Rules;
import dev.ordo.tracking.facts.ParcelFact;
import dev.ordo.tracking.facts.RaiseAlert;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesTests {
  private static Rules rules;

  @BeforeAll
  static void startRules() {
    rules = TestModules.start(TestDatabases.h2(), new String[0], "rules").getBean(Rules.class);
  }

  @ParameterizedTest(name = "{0} after {1}/{2}/{3} h: {4}")
  @CsvSource({
    "IN_TRANSIT,23,23,0,",
    "IN_TRANSIT,24,24,0,NO_MOVEMENT_24",
    "NO_TRACE,48,48,0,NO_MOVEMENT_48",
    "FAILED,1,1,0,FAILED_DELIVERY",
    "REFUSED,1,1,0,FAILED_DELIVERY",
    "OUT_FOR_DELIVERY,23,23,0,",
    "OUT_FOR_DELIVERY,3,24,0,OUT_TOO_LONG",
    "IN_TRANSIT,5,40,36,STUCK_AT_HUB",
    "AWAITING_PICKUP,90,90,90,",
    "DELIVERED,90,90,90,"
  })
  void eachConditionHasItsAlert(String state, int scan, int inState, int atPlace, String code) {
    List<RaiseAlert> raised =
        rules
            .decide(
                "alert",
                Instant.EPOCH,
                List.of(new ParcelFact(state, "SF", "31", scan, inState, atPlace, 0)))
            .all(RaiseAlert.class);

    assertThat(raised)
        .extracting(RaiseAlert::code)
        .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
  }
}
