package dev.ordo.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTests {
  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  private static final Trace BEGUN = Trace.begun(1, 2, "SF", "SF1", "31", "1234", START);

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    List<TraceEvent> scans =
        List.of(
            scan(1, TraceState.COLLECTED, "A"),
            scan(5, TraceState.IN_TRANSIT, "B"),
            scan(20, TraceState.OUT_FOR_DELIVERY, "C"));

    assertThat(BEGUN.of(scans.reversed())).isEqualTo(BEGUN.of(scans));
    assertThat(BEGUN.of(scans).state()).isEqualTo(TraceState.OUT_FOR_DELIVERY);
    assertThat(BEGUN.of(scans).stateSince()).isEqualTo(hour(20));
  }

  @Test
  void deliveredStaysDeliveredUnlessItIsSentBack() {
    List<TraceEvent> scans =
        List.of(scan(1, TraceState.DELIVERED, "C"), scan(2, TraceState.IN_TRANSIT, "C"));

    assertThat(BEGUN.of(scans).state()).isEqualTo(TraceState.DELIVERED);
    assertThat(
            BEGUN
                .of(List.of(scan(1, TraceState.DELIVERED, "C"), scan(9, TraceState.RETURNING, "C")))
                .state())
        .isEqualTo(TraceState.RETURNING);
  }

  @Test
  void countsHowLongItLiesAtOneHubThroughRepeatedScans() {
    Trace trace =
        BEGUN.of(
            List.of(
                scan(1, TraceState.IN_TRANSIT, "A"),
                scan(10, TraceState.IN_TRANSIT, "HUB"),
                scan(30, TraceState.IN_TRANSIT, "HUB")));

    assertThat(trace.hoursAtPlace(hour(50))).isEqualTo(40);
    assertThat(trace.hoursSinceScan(hour(50))).isEqualTo(20);
  }

  @Test
  void countsVisitsInVainOnceEach() {
    Trace trace =
        BEGUN.of(
            List.of(
                scan(1, TraceState.FAILED, "A"),
                scan(2, TraceState.FAILED, "A"),
                scan(3, TraceState.OUT_FOR_DELIVERY, "A"),
                scan(4, TraceState.FAILED, "A")));

    assertThat(trace.failures()).isEqualTo(2);
  }

  private static TraceEvent scan(int hour, TraceState state, String place) {
    return new TraceEvent(1, hour(hour), state, true, state.name(), "", place);
  }

  private static Instant hour(int hours) {
    return START.plusSeconds(hours * 3600L);
  }
}
