package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.site.Location;
import dev.ordo.site.Sites;
import dev.ordo.site.Walking;
import dev.ordo.site.Warehouse;
import dev.ordo.wave.solver.Measure;
import dev.ordo.wave.solver.Stop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what changes in a wave that stands somewhere between release and its last pick. */
@Component
class Revisions {
  private final WavePlans plans;
  private final Takers takers;
  private final Sites sites;
  private final WaveRows waves;
  private final TripRows trips;
  private final TripEnds ends;
  private final Consignments consignments;
  private final WaveLocks locks;
  private final Retracing retracing;
  private final WaveNotes notes;
  private final PrePacking prePacking;
  private final WaveSettings settings;

  Revisions(
      WavePlans plans,
      Takers takers,
      Sites sites,
      WaveRows waves,
      TripRows trips,
      TripEnds ends,
      Consignments consignments,
      WaveLocks locks,
      Retracing retracing,
      WaveNotes notes,
      PrePacking prePacking,
      WaveSettings settings) {
    this.plans = plans;
    this.takers = takers;
    this.sites = sites;
    this.waves = waves;
    this.trips = trips;
    this.ends = ends;
    this.consignments = consignments;
    this.locks = locks;
    this.retracing = retracing;
    this.notes = notes;
    this.prePacking = prePacking;
    this.settings = settings;
  }

  /** Writes nothing. */
  Revision of(Standing standing) {
    Warehouse warehouse = sites.warehouse(standing.wave().warehouse());
    List<Consignment> free = standing.free();
    boolean anew = standing.needsTrips();
    Set<Long> replaced =
        anew
            ? standing.replaceable().stream().map(WaveTrip::id).collect(Collectors.toSet())
            : Set.of();
    WavePlan plan =
        anew && !free.isEmpty()
            ? plans.again(standing.wave(), free, settings.revising(), taken(standing), replaced)
            : null;
    Takers.Taking taking =
        takers.of(
            standing, standing.orphans(anew), replaced, plan == null ? List.of() : plan.trips());
    return new Revision(
        plan == null ? List.of() : plan.trips(),
        plan == null ? List.of() : plan.picks(),
        anew ? standing.replaceable() : List.of(),
        standing.shortened().stream().flatMap(t -> reordered(warehouse, standing, t)).toList(),
        taking.pickerOf(),
        standing.notes(notes.of(standing.wave().id()), plan, taking.notes()),
        baseline(warehouse, standing));
  }

  /** What trips that stay are called; new ones take the other numbers. */
  private static Set<Integer> taken(Standing standing) {
    Set<Long> gone = standing.replaceable().stream().map(WaveTrip::id).collect(Collectors.toSet());
    return standing.trips().stream()
        .filter(t -> !gone.contains(t.id()))
        .map(WaveTrip::number)
        .collect(Collectors.toSet());
  }

  /** Nobody turns back inside an aisle there: then the walk goes on as it was planned. */
  private Stream<Pick> reordered(Warehouse warehouse, Standing standing, WaveTrip trip) {
    if (warehouse.settings().walking() == Walking.THROUGH) {
      return Stream.empty();
    }
    Map<Integer, List<Pick>> stops = new TreeMap<>();
    standing
        .open(trip)
        .forEach(p -> stops.computeIfAbsent(p.sequence(), s -> new ArrayList<>()).add(p));
    Map<String, Location> places = places(standing);
    List<Integer> sequences = List.copyOf(stops.keySet());
    List<List<Pick>> walk = List.copyOf(stops.values());
    List<Location> slots =
        walk.stream()
            .flatMap(stop -> Stream.ofNullable(places.get(stop.getFirst().location())))
            .toList();
    if (slots.size() < walk.size()) {
      return Stream.empty();
    }
    Rest rest = new Rest(warehouse.layout(), here(standing, trip, places), slots);
    List<Integer> order = rest.order();
    List<Pick> moved = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      int sequence = sequences.get(i);
      walk.get(order.get(i)).forEach(p -> moved.add(p.at(sequence)));
    }
    return moved.stream();
  }

  private @Nullable Location here(Standing standing, WaveTrip trip, Map<String, Location> places) {
    return trips
        .lastConfirmed(trip.id())
        .flatMap(
            at ->
                standing.picks().stream()
                    .filter(p -> p.tripId() == trip.id() && p.sequence() == at)
                    .findFirst())
        .map(p -> places.get(p.location()))
        .orElse(null);
  }

  private Map<String, Location> places(Standing standing) {
    return sites.locations(
        standing.wave().warehouse(),
        standing.picks().stream().map(Pick::location).collect(Collectors.toSet()));
  }

  /** What is called back counts no more; measured as the first plan measured it. */
  private double baseline(Warehouse warehouse, Standing standing) {
    Map<Long, Set<String>> wanted = new HashMap<>();
    standing.picks().stream()
        .filter(p -> p.status() != PickStatus.STRUCK)
        .forEach(
            p -> wanted.computeIfAbsent(p.consignmentId(), c -> new HashSet<>()).add(p.location()));
    standing
        .free()
        .forEach(
            c ->
                PickGroup.spots(c)
                    .forEach(
                        spot ->
                            wanted
                                .computeIfAbsent(c.id(), id -> new HashSet<>())
                                .add(spot.location())));
    Map<String, Stop> stops = stops(warehouse, wanted.values());
    Measure measure =
        new Measure(warehouse.layout(), standing.wave().walking(), Set.copyOf(stops.values()));
    return wanted.values().stream()
        .map(codes -> codes.stream().flatMap(code -> Stream.ofNullable(stops.get(code))).toList())
        .mapToDouble(measure::metres)
        .sum();
  }

  private Map<String, Stop> stops(Warehouse warehouse, Collection<Set<String>> codes) {
    Map<String, Location> places =
        sites.locations(
            warehouse.code(), codes.stream().flatMap(Set::stream).collect(Collectors.toSet()));
    Map<String, Stop> stops = new HashMap<>();
    places.forEach(
        (code, at) -> {
          if (warehouse.layout().has(at.aisle(), at.block(), at.cell())) {
            stops.put(code, PickGroup.stop(at));
          }
        });
    return stops;
  }

  /**
   * Stores a revision in the caller's transaction.
   *
   * @return false if somebody began meanwhile on what it plans anew, or locked it
   */
  boolean store(Standing was, Revision revision) {
    Map<Long, WaveTrip> now =
        trips.lockOfWave(was.wave().id()).stream().collect(Collectors.toMap(WaveTrip::id, t -> t));
    if (revision.replaced().stream().anyMatch(t -> !isAsItWas(t, now.get(t.id())))
        || isLockedSince(was, revision)) {
      return false;
    }
    Set<Long> wanted = wanted(was.wave(), revision.picks());
    List<Pick> picks =
        revision.picks().stream().filter(p -> wanted.contains(p.consignmentId())).toList();
    Set<Long> walked = picks.stream().map(Pick::tripId).collect(Collectors.toSet());
    List<WaveTrip> planned =
        revision.planned().stream().filter(t -> walked.contains(t.id())).toList();
    double kept =
        now.values().stream()
            .filter(t -> !revision.gone().contains(t.id()))
            .mapToDouble(WaveTrip::metres)
            .sum();
    double metres = kept + planned.stream().mapToDouble(WaveTrip::metres).sum();
    if (waves.revised(was.wave(), metres, revision.baseline(), was.wishes())) {
      trips.delete(revision.gone());
      trips.insert(planned, picks);
      trips.resequence(revision.reordered());
      was.shortened().forEach(retracing::of);
      trips.give(revision.takers());
      notes.store(was.wave(), revision.notes());
      prePacking.tell(was.wave());
      ends.lookAtWave(was.wave().id());
    }
    return true;
  }

  /** Whether somebody locked a trip meanwhile that the revision replaces. */
  private boolean isLockedSince(Standing was, Revision revision) {
    Set<Long> kept = locks.onTrips(was.wave().id());
    return was.picks().stream()
        .filter(p -> kept.contains(p.consignmentId()))
        .anyMatch(p -> revision.gone().contains(p.tripId()));
  }

  private static boolean isAsItWas(WaveTrip was, @Nullable WaveTrip now) {
    return now != null && now.status() == was.status();
  }

  private Set<Long> wanted(Wave wave, List<Pick> picks) {
    return consignments.lock(TripEnds.consignmentsOf(picks)).stream()
        .filter(c -> c.status() == ConsignmentStatus.WAVED)
        .filter(c -> Objects.equals(c.waveId(), wave.id()))
        .map(Consignment::id)
        .collect(Collectors.toSet());
  }
}
