package dev.ordo.wave.web;

import dev.ordo.shared.Ids;
import dev.ordo.wave.Pick;
import dev.ordo.wave.PickMethod;
import dev.ordo.wave.TripStatus;
import dev.ordo.wave.WaveTrip;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A trip as pickers and outside systems read it. */
public record TripView(
    String id,
    String wave,
    String warehouse,
    int number,
    PickMethod method,
    TripStatus status,
    String picker,
    double metres,
    long seconds,
    Instant dueAt,
    List<StopView> stops) {

  static TripView of(WaveTrip trip, List<Pick> picks) {
    return new TripView(
        Ids.text(trip.id()),
        Ids.text(trip.waveId()),
        trip.warehouse(),
        trip.number(),
        trip.method(),
        trip.status(),
        trip.picker(),
        trip.metres(),
        trip.seconds(),
        trip.dueAt(),
        StopView.of(picks));
  }

  /** The printed number of the consignment in each tote or slot. */
  public SortedMap<Integer, String> totes() {
    SortedMap<Integer, String> totes = new TreeMap<>();
    stops.forEach(stop -> stop.totes().forEach(s -> totes.put(s.tote(), s.consignment())));
    return totes;
  }

  public int units() {
    return stops.stream().mapToInt(StopView::qty).sum();
  }

  public int picked() {
    return stops.stream().mapToInt(StopView::picked).sum();
  }
}
