package dev.ordo.wave;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Consignment.Spot;
import dev.ordo.fulfilment.OtherPlaces;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import dev.ordo.site.Sites;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends a picker who found a slot short to another one of the same trip's way: what is picked
 * stays, the rest of the walk keeps its order, and the new stop comes where it costs the fewest
 * metres.
 */
@Component
class Detours {
  private static final Duration TIME_TO_COUNT = Duration.ofDays(1);

  private final OtherPlaces places;
  private final TripRows trips;
  private final Retracing retracing;
  private final Sites sites;
  private final Tasks tasks;
  private final BusinessClock clock;
  private final Ids ids;

  Detours(
      OtherPlaces places,
      TripRows trips,
      Retracing retracing,
      Sites sites,
      Tasks tasks,
      BusinessClock clock,
      Ids ids) {
    this.places = places;
    this.trips = trips;
    this.retracing = retracing;
    this.sites = sites;
    this.tasks = tasks;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * @param trip locked by the caller
   * @param shorts picks of one stop that lack units, as stored by now
   */
  void around(WaveTrip trip, List<Pick> shorts) {
    if (shorts.isEmpty() || trip.status() == TripStatus.PICKED) {
      return;
    }
    Map<Long, List<Spot>> found = places.find(lacking(trip, shorts));
    List<Pick> left = shorts.stream().filter(p -> found.containsKey(p.lineId())).toList();
    if (left.isEmpty()) {
      return;
    }
    trips.leave(left);
    Walked walked = new Walked(trip, left.getFirst());
    found.forEach((line, spots) -> spots.forEach(spot -> walked.add(of(left, line), spot)));
    retracing.of(trip);
    tasks.openAll(List.of(count(trip, left)));
  }

  private static Pick of(List<Pick> left, long line) {
    return left.stream().filter(p -> p.lineId() == line).findFirst().orElseThrow();
  }

  /** Other slots of the trip that were seen already need no second visit. */
  private List<OtherPlaces.Lacking> lacking(WaveTrip trip, List<Pick> shorts) {
    Set<String> seen =
        trips.picksOfTrip(trip.id()).stream()
            .filter(p -> p.sku().equals(shorts.getFirst().sku()) && p.status() != PickStatus.OPEN)
            .map(Pick::location)
            .collect(Collectors.toSet());
    Map<Long, List<Pick>> byLine =
        shorts.stream()
            .collect(Collectors.groupingBy(Pick::lineId, TreeMap::new, Collectors.toList()));
    return byLine.values().stream().map(of -> lacking(trip, of, seen)).toList();
  }

  private static OtherPlaces.Lacking lacking(WaveTrip trip, List<Pick> of, Set<String> seen) {
    Pick first = of.getFirst();
    return new OtherPlaces.Lacking(
        trip.warehouse(),
        first.consignmentId(),
        first.lineId(),
        first.sku(),
        of.stream().map(p -> new Spot(p.location(), p.batch(), p.qty() - p.picked())).toList(),
        seen);
  }

  private NewTask count(WaveTrip trip, List<Pick> left) {
    Pick first = left.getFirst();
    int units = left.stream().mapToInt(p -> p.qty() - p.picked()).sum();
    return new NewTask(
            "COUNT_PLACE",
            "WAVE",
            trip.waveId(),
            "count:" + trip.warehouse() + ":" + first.location() + ":" + first.sku(),
            Role.WAREHOUSE,
            first.lack() == Lack.DAMAGED ? "wave.task.damaged-units" : "wave.task.missing-units",
            List.of(first.location(), first.sku(), String.valueOf(units)),
            clock.now().plus(TIME_TO_COUNT))
        .inWarehouse(trip.warehouse());
  }

  /** The stops still to be walked, from the slot the picker stands at. */
  private final class Walked {
    private final WaveTrip trip;
    private final Pick here;
    private final Layout layout;

    Walked(WaveTrip trip, Pick here) {
      this.trip = trip;
      this.here = here;
      this.layout = sites.warehouse(trip.warehouse()).layout();
    }

    void add(Pick instead, Spot spot) {
      List<Pick> all = trips.picksOfTrip(trip.id());
      Map<String, Location> locations =
          sites.locations(
              trip.warehouse(),
              new ArrayList<>(
                  Stream.concat(all.stream().map(Pick::location), Stream.of(spot.location()))
                      .collect(Collectors.toSet())));
      Location to = locations.get(spot.location());
      List<Pick> open = openStops(all);
      int sequence =
          open.stream()
              .filter(p -> p.location().equals(spot.location()) && p.sku().equals(instead.sku()))
              .map(Pick::sequence)
              .findFirst()
              .orElseGet(() -> freed(all, open, to, locations));
      trips.insert(List.of(), List.of(pick(instead, spot, sequence, to)));
    }

    /** One pick per open stop, in the order of the walk. */
    private List<Pick> openStops(List<Pick> all) {
      Map<Integer, Pick> stops = new TreeMap<>();
      all.stream()
          .filter(p -> p.status() == PickStatus.OPEN)
          .forEach(p -> stops.putIfAbsent(p.sequence(), p));
      return List.copyOf(stops.values());
    }

    /** The number of the new stop, after the ones behind it moved up; unmapped slots come last. */
    private int freed(
        List<Pick> all, List<Pick> open, @Nullable Location to, Map<String, Location> locations) {
      int last = all.stream().map(Pick::sequence).max(Comparator.naturalOrder()).orElse(0);
      List<Location> walk = walk(open, locations);
      int before =
          to == null || walk.size() <= open.size()
              ? open.size()
              : new Way(layout).cheapest(walk, to);
      if (before >= open.size()) {
        return last + 1;
      }
      int sequence = open.get(before).sequence();
      trips.makeRoom(trip.id(), sequence);
      return sequence;
    }

    private List<Location> walk(List<Pick> open, Map<String, Location> locations) {
      return Stream.concat(Stream.of(here), open.stream())
          .flatMap(p -> Stream.ofNullable(locations.get(p.location())))
          .toList();
    }

    private Pick pick(Pick instead, Spot spot, int sequence, @Nullable Location location) {
      return new Pick(
          ids.next(),
          trip.id(),
          trip.waveId(),
          sequence,
          spot.location(),
          location == null ? "" : location.slot(),
          instead.sku(),
          instead.name(),
          spot.batch(),
          spot.qty(),
          0,
          PickStatus.OPEN,
          instead.consignmentId(),
          instead.lineId(),
          instead.tote(),
          Lack.NONE);
    }
  }
}
