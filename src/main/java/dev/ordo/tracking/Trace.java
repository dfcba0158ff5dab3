package dev.ordo.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one parcel on its way.
 *
 * @param parcelId the parcel, also the row's id
 * @param phoneTail last digits of the receiver's phone, which some carriers want when asked
 * @param state canonical state, derived from all scans in order of their times
 * @param stateSince when it came into that state
 * @param lastScanAt null while there is none
 * @param place where it was scanned last
 * @param placeSince when it was first scanned there
 * @param failures how often delivery was tried in vain
 * @param alerts codes of open alerts
 */
public record Trace(
    long parcelId,
    long consignmentId,
    String carrier,
    String waybillNo,
    String province,
    String phoneTail,
    Instant handedOverAt,
    TraceState state,
    Instant stateSince,
    @Nullable Instant lastScanAt,
    String place,
    Instant placeSince,
    int failures,
    List<String> alerts) {

  /** A parcel the carrier just took. */
  static Trace begun(
      long parcelId,
      long consignmentId,
      String carrier,
      String waybillNo,
      String province,
      String phoneTail,
      Instant at) {
    return new Trace(
        parcelId,
        consignmentId,
        carrier,
        waybillNo,
        province,
        phoneTail,
        at,
        TraceState.NO_TRACE,
        at,
        null,
        "",
        at,
        0,
        List.of());
  }

  /**
   * Derives everything from all scans anew, so that order and repetition of their arrival do not
   * matter. What is delivered stays so unless it is sent back afterwards.
   */
  Trace of(List<TraceEvent> scans) {
    Derived derived = new Derived(this);
    scans.stream()
        .sorted(Comparator.comparing(TraceEvent::at).thenComparing(TraceEvent::state))
        .forEach(derived::take);
    return derived.trace();
  }

  Trace withAlerts(List<String> codes) {
    return new Trace(
        parcelId,
        consignmentId,
        carrier,
        waybillNo,
        province,
        phoneTail,
        handedOverAt,
        state,
        stateSince,
        lastScanAt,
        place,
        placeSince,
        failures,
        codes);
  }

  int hoursSinceScan(Instant now) {
    return hours(lastScanAt == null ? handedOverAt : lastScanAt, now);
  }

  int hoursInState(Instant now) {
    return hours(stateSince, now);
  }

  int hoursAtPlace(Instant now) {
    return place.isEmpty() ? 0 : hours(placeSince, now);
  }

  private static int hours(Instant since, Instant now) {
    return (int) Math.max(0, Duration.between(since, now).toHours());
  }

  /** Walks the scans in order. */
  private static final class Derived {
    private final Trace known;
    private TraceState state = TraceState.NO_TRACE;
    private Instant stateSince;
    private @Nullable Instant lastScanAt;
    private String place = "";
    private Instant placeSince;
    private int failures;

    Derived(Trace known) {
      this.known = known;
      this.stateSince = known.handedOverAt;
      this.placeSince = known.handedOverAt;
    }

    void take(TraceEvent scan) {
      lastScanAt = scan.at();
      if (!scan.place().isEmpty() && !scan.place().equals(place)) {
        place = scan.place();
        placeSince = scan.at();
      }
      if (scan.mapped() && moves(scan.state())) {
        enter(scan);
      }
    }

    private boolean moves(TraceState next) {
      return !state.isFinal() || next == TraceState.RETURNING || next == TraceState.RETURNED;
    }

    private void enter(TraceEvent scan) {
      if (scan.state() == TraceState.FAILED && state != TraceState.FAILED) {
        failures++;
      }
      if (scan.state() != state) {
        state = scan.state();
        stateSince = scan.at();
      }
    }

    Trace trace() {
      return new Trace(
          known.parcelId,
          known.consignmentId,
          known.carrier,
          known.waybillNo,
          known.province,
          known.phoneTail,
          known.handedOverAt,
          state,
          stateSince,
          lastScanAt,
          place,
          placeSince,
          failures,
          known.alerts);
    }
  }
}
