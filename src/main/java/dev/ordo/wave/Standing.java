package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.shared.Ids;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a wave stands: what was begun or is kept by people stays, the rest may be planned anew.
 *
 * @param picks those that were struck too
 * @param kept consignments that people keep on their trips
 */
record Standing(
    Wave wave,
    List<WaveTrip> trips,
    List<Pick> picks,
    List<Consignment> members,
    Set<Long> kept,
    Set<Wish> wishes) {

  private static final Set<ConsignmentStatus> LEFT =
      Set.of(
          ConsignmentStatus.INTERCEPTED, ConsignmentStatus.PUT_BACK, ConsignmentStatus.WITHDRAWN);
  private static final Set<Wish> NEW_TRIPS = Set.of(Wish.ASKED, Wish.MOVED, Wish.TOPPED_UP);

  private Map<Long, Set<Long>> wanted() {
    Map<Long, Set<Long>> byTrip = new TreeMap<>();
    picks.stream()
        .filter(p -> p.status() != PickStatus.STRUCK)
        .forEach(
            p -> byTrip.computeIfAbsent(p.tripId(), t -> new HashSet<>()).add(p.consignmentId()));
    return byTrip;
  }

  private Set<Long> waiting() {
    return trips.stream()
        .filter(t -> t.status() == TripStatus.WAITING)
        .map(WaveTrip::id)
        .collect(Collectors.toSet());
  }

  /**
   * Consignments that may go on other trips: nobody began on them or on what shares a trip with
   * them.
   */
  List<Consignment> free() {
    Set<Long> free =
        members.stream()
            .filter(c -> c.status() == ConsignmentStatus.WAVED && !kept.contains(c.id()))
            .map(Consignment::id)
            .collect(Collectors.toCollection(HashSet::new));
    Map<Long, Set<Long>> wanted = wanted();
    Set<Long> waiting = waiting();
    boolean fewer = true;
    while (fewer) {
      fewer = false;
      for (Map.Entry<Long, Set<Long>> trip : wanted.entrySet()) {
        if (!waiting.contains(trip.getKey()) || !free.containsAll(trip.getValue())) {
          fewer |= free.removeAll(trip.getValue());
        }
      }
    }
    return members.stream().filter(c -> free.contains(c.id())).toList();
  }

  /** Trips that go, with all they carry, when the free consignments are planned anew. */
  List<WaveTrip> replaceable() {
    Set<Long> free = free().stream().map(Consignment::id).collect(Collectors.toSet());
    Map<Long, Set<Long>> wanted = wanted();
    return trips.stream()
        .filter(t -> t.status() == TripStatus.WAITING)
        .filter(t -> free.containsAll(wanted.getOrDefault(t.id(), Set.of())))
        .toList();
  }

  /** Whether the free consignments are worth another plan. */
  boolean needsTrips() {
    if (!Collections.disjoint(wishes, NEW_TRIPS)) {
      return true;
    }
    Set<Long> struck =
        picks.stream()
            .filter(p -> p.status() == PickStatus.STRUCK)
            .map(Pick::tripId)
            .collect(Collectors.toSet());
    return replaceable().stream().anyMatch(t -> struck.contains(t.id()));
  }

  /** Trips that stay and lost a stop: their way may be shorter now. */
  List<WaveTrip> shortened() {
    Set<Long> going = replaceable().stream().map(WaveTrip::id).collect(Collectors.toSet());
    Map<Long, Long> struck = new HashMap<>();
    picks.stream()
        .filter(p -> p.status() == PickStatus.STRUCK)
        .forEach(p -> struck.merge(p.tripId(), 1L, Long::sum));
    return trips.stream()
        .filter(t -> t.status() != TripStatus.PICKED && struck.containsKey(t.id()))
        .filter(t -> !going.contains(t.id()))
        .toList();
  }

  /** Trips that stay and are in nobody's hands. */
  List<WaveTrip> orphans(boolean replaced) {
    Set<Long> going =
        replaced ? replaceable().stream().map(WaveTrip::id).collect(Collectors.toSet()) : Set.of();
    return trips.stream()
        .filter(t -> t.status() != TripStatus.PICKED && t.picker().isEmpty())
        .filter(t -> !going.contains(t.id()))
        .toList();
  }

  /**
   * What is to be told from now on: of goods nobody planned anew what was told before, of trips
   * without a picker and of the division among pickers what was found last.
   *
   * @param before the notes of the plan that held until now
   * @param plan of the free consignments, null if they stay where they are
   * @param taken what was found when trips in nobody's hands were divided
   */
  List<WaveNote> notes(List<WaveNote> before, @Nullable WavePlan plan, List<WaveNote> taken) {
    Set<String> stays = staying(plan != null);
    boolean divided = plan != null || !taken.isEmpty();
    Set<WaveNote> all = new LinkedHashSet<>();
    for (WaveNote note : before) {
      boolean holds =
          switch (note.kind()) {
            case GOODS ->
                PlanNotes.Code.valueOf(note.code()).isOfConsignment()
                    ? note.args().stream().anyMatch(stays::contains)
                    : plan == null;
            case CREW -> false;
            case TERM, REASON -> !divided;
          };
      if (holds) {
        all.add(note);
      }
    }
    if (plan != null) {
      all.addAll(plan.notes());
    }
    taken.stream()
        .filter(note -> plan == null || note.kind() == WaveNote.Kind.CREW)
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** Consignments that are still on the wave and not planned anew, as they are printed. */
  private Set<String> staying(boolean anew) {
    Set<Long> going =
        anew ? free().stream().map(Consignment::id).collect(Collectors.toSet()) : Set.of();
    return members.stream()
        .filter(c -> !LEFT.contains(c.status()) && !going.contains(c.id()))
        .map(c -> Ids.text(c.id()))
        .collect(Collectors.toSet());
  }

  List<Pick> open(WaveTrip trip) {
    return picks.stream()
        .filter(p -> p.tripId() == trip.id() && p.status() == PickStatus.OPEN)
        .toList();
  }

  /** What a trip carries, without what was struck. */
  List<Consignment> on(WaveTrip trip) {
    Set<Long> on = wanted().getOrDefault(trip.id(), Set.of());
    return members.stream().filter(c -> on.contains(c.id())).toList();
  }

  /** The share of a trip's stops that are still to come. */
  double leftOf(WaveTrip trip) {
    long all =
        picks.stream()
            .filter(p -> p.tripId() == trip.id() && p.status() != PickStatus.STRUCK)
            .count();
    return all == 0 ? 0 : open(trip).size() / (double) all;
  }
}
