package dev.ordo.tracking;

import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.Carriers;
import dev.ordo.carrier.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what is known about parcels on their way. */
@Service
public class Traces {
  private final TraceRows rows;
  private final StateMapping mapping;
  private final Carriers carriers;
  private final Deliveries deliveries;

  Traces(TraceRows rows, StateMapping mapping, Carriers carriers, Deliveries deliveries) {
    this.rows = rows;
    this.mapping = mapping;
    this.carriers = carriers;
    this.deliveries = deliveries;
  }

  public Optional<Trace> find(long parcelId) {
    return rows.load(List.of(parcelId)).stream().findFirst();
  }

  public List<Trace> load(Collection<Long> parcelIds) {
    return rows.load(parcelIds);
  }

  /** Scans of one parcel, oldest first. */
  public List<TraceEvent> events(long parcelId) {
    return rows.events(List.of(parcelId));
  }

  /** How many parcels stand in each state; final states only since then. */
  public Map<TraceState, Integer> states(Instant since) {
    return rows.states(since);
  }

  /** Parcels that somebody should see to. */
  public int withAlerts() {
    return rows.withAlerts();
  }

  /**
   * Takes scans in any order, as often as they come; what follows from them is stored with them.
   *
   * @return scans of parcels that are not ours
   */
  @Transactional
  public int take(String carrier, Collection<Scan> scans) {
    Map<String, Long> parcelByNumber =
        rows.byWaybill(carrier, scans.stream().map(Scan::waybillNo).distinct().toList());
    String protocol = carriers.find(carrier).map(Carrier::protocol).orElse(carrier);
    List<TraceEvent> events = new ArrayList<>();
    for (Scan scan : scans) {
      Long parcel = parcelByNumber.get(scan.waybillNo());
      if (parcel != null) {
        events.add(event(parcel, protocol, scan));
      }
    }
    store(events);
    return scans.size() - events.size();
  }

  private TraceEvent event(long parcel, String protocol, Scan scan) {
    Optional<TraceState> state = mapping.state(protocol, scan.code(), scan.text());
    return new TraceEvent(
        parcel,
        scan.at(),
        state.orElse(TraceState.NO_TRACE),
        state.isPresent(),
        scan.code(),
        scan.text(),
        scan.place());
  }

  private void store(List<TraceEvent> fresh) {
    List<Long> parcels = fresh.stream().map(TraceEvent::parcelId).distinct().sorted().toList();
    rows.lock(parcels);
    Map<Long, Trace> before = new TreeMap<>();
    rows.load(parcels).forEach(t -> before.put(t.parcelId(), t));
    rows.insertEvents(fresh);
    Map<Long, List<TraceEvent>> all =
        rows.events(parcels).stream().collect(Collectors.groupingBy(TraceEvent::parcelId));
    List<Trace> moved = new ArrayList<>();
    Map<Long, Instant> checkAt = new HashMap<>();
    before.forEach(
        (id, trace) -> {
          Trace derived = trace.of(all.getOrDefault(id, List.of()));
          if (!derived.equals(trace)) {
            moved.add(derived);
            checkAt.put(id, Instant.EPOCH);
          }
        });
    rows.update(moved);
    rows.watch(reopened(before, moved), Instant.EPOCH);
    rows.nextCheck(checkAt);
    deliveries.arrived(before, moved);
  }

  /** What came back after it had arrived is on its way again. */
  private static List<Long> reopened(Map<Long, Trace> before, List<Trace> moved) {
    return moved.stream()
        .filter(t -> !t.state().isFinal())
        .map(Trace::parcelId)
        .filter(id -> Objects.requireNonNull(before.get(id)).state().isFinal())
        .toList();
  }
}
