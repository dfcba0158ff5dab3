package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import dev.ordo.site.Sites;
import dev.ordo.site.Trolley;
import dev.ordo.site.Warehouse;
import dev.ordo.wave.TripReasons.Bar;
import dev.ordo.wave.TripReasons.Member;
import dev.ordo.wave.TripReasons.Move;
import dev.ordo.wave.solver.Load;
import dev.ordo.wave.solver.Measure;
import dev.ordo.wave.solver.Stop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says why an order is on its trip, and what moving it would cost, by the walks planning counts.
 */
@Component
public class Explanations {
  private final TripRows trips;
  private final Consignments consignments;
  private final WaveLocks locks;
  private final WaveNotes notes;
  private final Sites sites;

  Explanations(
      TripRows trips, Consignments consignments, WaveLocks locks, WaveNotes notes, Sites sites) {
    this.trips = trips;
    this.consignments = consignments;
    this.locks = locks;
    this.notes = notes;
    this.sites = sites;
  }

  /** What keeps goods where they are, whatever the walks say. */
  private record Barriers(Set<Long> kept, Map<String, Location> zoned) {
    boolean holds(Full trip) {
      return trip.parts.stream().anyMatch(part -> kept.contains(part.consignment));
    }
  }

  /** What one trip takes of a consignment. */
  private record Part(
      long consignment, Set<Stop> stops, Set<String> zones, int units, int lines, Load load) {
    Set<Integer> aisles() {
      return stops.stream().map(Stop::aisle).collect(Collectors.toSet());
    }
  }

  /** One trip with what is still wanted on it. */
  private record Full(WaveTrip trip, List<Part> parts, double metres) {
    Load load() {
      return parts.stream().map(Part::load).reduce(Load.NOTHING, Load::plus);
    }

    Set<String> zones() {
      return parts.stream().flatMap(part -> part.zones.stream()).collect(Collectors.toSet());
    }

    Set<Stop> without(Part part) {
      return stops(parts.stream().filter(other -> other != part).toList());
    }

    Set<Stop> with(Part part) {
      Set<Stop> stops = stops(parts);
      stops.addAll(part.stops);
      return stops;
    }

    static Set<Stop> stops(List<Part> parts) {
      return parts.stream()
          .flatMap(part -> part.stops.stream())
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  /** The trips of a wave by number, each with its reasons. */
  public List<TripReasons> of(Wave wave) {
    Warehouse warehouse = sites.warehouse(wave.warehouse());
    Map<Long, List<Pick>> picks =
        trips.picksOfWave(wave.id()).stream()
            .filter(pick -> pick.status() != PickStatus.STRUCK)
            .collect(Collectors.groupingBy(Pick::tripId));
    Map<Long, Consignment> goods =
        consignments
            .load(
                picks.values().stream()
                    .flatMap(List::stream)
                    .map(Pick::consignmentId)
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(Consignment::id, c -> c));
    Measure measure =
        new Measure(
            warehouse.layout(),
            wave.walking(),
            picks.values().stream()
                .flatMap(List::stream)
                .flatMap(pick -> stop(warehouse.layout(), pick).stream())
                .collect(Collectors.toSet()));
    Barriers barriers = barriers(wave, picks.values());
    List<Full> all = new ArrayList<>();
    for (WaveTrip trip : trips.ofWave(wave.id())) {
      List<Part> parts =
          parts(
              trip,
              picks.getOrDefault(trip.id(), List.of()),
              goods,
              warehouse.layout(),
              barriers.zoned());
      all.add(new Full(trip, parts, measure.metres(Full.stops(parts))));
    }
    List<Load> rooms = rooms(warehouse.code());
    return all.stream().map(full -> reasons(full, all, rooms, measure, barriers)).toList();
  }

  /** Trips of a wave that is split by zone take goods of their zones only. */
  private Barriers barriers(Wave wave, Collection<List<Pick>> picks) {
    boolean zoned =
        notes.of(wave.id()).stream()
            .anyMatch(note -> note.code().equals(PlanNotes.Code.SPLIT_ZONE.name()));
    Set<String> codes =
        picks.stream().flatMap(List::stream).map(Pick::location).collect(Collectors.toSet());
    return new Barriers(
        locks.onTrips(wave.id()), zoned ? sites.locations(wave.warehouse(), codes) : Map.of());
  }

  private static List<Part> parts(
      WaveTrip trip,
      List<Pick> picks,
      Map<Long, Consignment> goods,
      Layout layout,
      Map<String, Location> zoned) {
    Map<Long, List<Pick>> byConsignment =
        picks.stream()
            .collect(Collectors.groupingBy(Pick::consignmentId, TreeMap::new, Collectors.toList()));
    List<Part> parts = new ArrayList<>();
    byConsignment.forEach(
        (id, own) -> {
          Consignment consignment = goods.get(id);
          if (consignment != null) {
            parts.add(part(trip.method(), consignment, own, layout, zoned));
          }
        });
    return parts;
  }

  private static Part part(
      PickMethod method,
      Consignment consignment,
      List<Pick> picks,
      Layout layout,
      Map<String, Location> zoned) {
    int units = picks.stream().mapToInt(Pick::qty).sum();
    double share = units / (double) Math.max(1, consignment.units());
    return new Part(
        consignment.id(),
        picks.stream().flatMap(pick -> stop(layout, pick).stream()).collect(Collectors.toSet()),
        picks.stream()
            .flatMap(pick -> Stream.ofNullable(zoned.get(pick.location())))
            .map(Location::zone)
            .collect(Collectors.toSet()),
        units,
        (int) picks.stream().map(Pick::sequence).distinct().count(),
        new Load(
            method == PickMethod.SEED_WALL ? 1 : 0,
            Math.round(share * consignment.volumeMm3()),
            Math.round(share * consignment.weightG())));
  }

  /** A floor that was rebuilt since may not have the cell any more. */
  private static java.util.Optional<Stop> stop(Layout layout, Pick pick) {
    String[] at = pick.slot().split("\\.", -1);
    if (at.length != 4) {
      return java.util.Optional.empty();
    }
    Stop stop = new Stop(Integer.parseInt(at[0]), Integer.parseInt(at[1]), Integer.parseInt(at[2]));
    return layout.has(stop.aisle(), stop.block(), stop.cell())
        ? java.util.Optional.of(stop)
        : java.util.Optional.empty();
  }

  private List<Load> rooms(String warehouse) {
    List<Load> rooms =
        sites.trolleys(warehouse).stream()
            .filter(t -> t.totes() > 0 && t.volumeMm3() > 0 && t.weightG() > 0)
            .map((Trolley t) -> new Load(t.totes(), t.volumeMm3(), t.weightG()))
            .toList();
    return rooms.isEmpty() ? List.of(PickGroups.USUAL_ROOM) : rooms;
  }

  private static TripReasons reasons(
      Full full, List<Full> all, List<Load> rooms, Measure measure, Barriers barriers) {
    Load load = full.load();
    Load room =
        rooms.stream()
            .filter(load::fitsIn)
            .min(Comparator.comparingLong(Load::volumeMm3))
            .orElse(rooms.getFirst());
    return new TripReasons(
        full.trip.number(),
        full.trip.method(),
        full.metres,
        percent(load.totes(), room.totes()),
        percent(load.volumeMm3(), room.volumeMm3()),
        percent(load.weightG(), room.weightG()),
        full.parts.stream()
            .map(part -> member(full, part, all, rooms, measure, barriers))
            .sorted(Comparator.comparingDouble(Member::adds).reversed())
            .toList());
  }

  private static int percent(long load, long room) {
    return room == 0 ? 0 : (int) Math.round(100.0 * load / room);
  }

  private static Member member(
      Full full, Part part, List<Full> all, List<Load> rooms, Measure measure, Barriers barriers) {
    double adds = full.metres - measure.metres(full.without(part));
    Set<Integer> aisles = part.aisles();
    List<Move> moves =
        full.trip.method() == PickMethod.ORDER_BY_ORDER
            ? List.of()
            : all.stream()
                .filter(other -> other != full && other.trip.method() == full.trip.method())
                .map(
                    other ->
                        new Move(
                            other.trip.number(),
                            measure.metres(other.with(part)) - other.metres - adds,
                            bar(full, part, other, rooms, barriers)))
                .sorted(Comparator.comparingDouble(Move::metres).thenComparing(Move::trip))
                .toList();
    return new Member(
        part.consignment,
        part.units,
        part.lines,
        measure.metres(part.stops),
        adds,
        (int)
            full.parts.stream()
                .filter(
                    other -> other != part && other.aisles().stream().anyMatch(aisles::contains))
                .count(),
        aisles,
        moves);
  }

  private static Bar bar(Full from, Part part, Full to, List<Load> rooms, Barriers barriers) {
    if (to.trip.status() != TripStatus.WAITING || from.trip.status() != TripStatus.WAITING) {
      return Bar.BEGUN;
    }
    if (barriers.holds(from) || barriers.holds(to)) {
      return Bar.KEPT;
    }
    if (!to.zones().containsAll(part.zones)) {
      return Bar.SECTION;
    }
    if (!to.trip.needs().equals(from.trip.needs())) {
      return Bar.SKILL;
    }
    Load together = to.load().plus(part.load);
    return rooms.stream().anyMatch(together::fitsIn) ? Bar.NONE : Bar.FULL;
  }
}
