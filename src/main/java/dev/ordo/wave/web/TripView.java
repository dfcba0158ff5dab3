package dev.ordo.wave.web;

import dev.ordo.shared.Ids;
import dev.ordo.wave.Pick;
import dev.ordo.wave.PickMethod;
import dev.ordo.wave.TripStatus;
import dev.ordo.wave.WaveTrip;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** The printed numbers of the consignments in each tote or slot. */
  public SortedMap<Integer, SortedSet<String>> totes() {
    SortedMap<Integer, SortedSet<String>> totes = new TreeMap<>();
    for (StopView stop : stops) {
      stop.totes()
          .forEach(
              share ->
                  totes
                      .computeIfAbsent(share.tote(), tote -> new TreeSet<>())
                      .add(share.consignment()));
    }
    return totes;
  }

  public int units() {
    return stops.stream().mapToInt(StopView::qty).sum();
  }

  public int picked() {
    return stops.stream().mapToInt(StopView::picked).sum();
  }
}
