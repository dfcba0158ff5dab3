package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.site.Location;
import dev.ordo.site.Trolley;
import dev.ordo.wave.solver.Job;
import dev.ordo.wave.solver.Load;
import dev.ordo.wave.solver.Stop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The consignments of a wave that are picked by one method, as jobs for the planner.
 *
 * @param rooms what the trolleys for this method carry
 */
record PickGroup(PickMethod method, List<Job> jobs, List<Load> rooms) {
  /** What a trolley carries where a warehouse has named none: 12 totes, 480 litres, 150 kg. */
  static final Load USUAL_ROOM = new Load(12, 480_000_000L, 150_000);

  /** Groups in the order of methods; what fits on no trolley is picked order by order. */
  static List<PickGroup> of(
      List<Consignment> consignments, Map<String, Location> locations, List<Trolley> trolleys) {
    List<Load> rooms = rooms(trolleys);
    Map<PickMethod, List<Job>> jobs = new EnumMap<>(PickMethod.class);
    for (Consignment consignment : consignments) {
      PickMethod wanted = wanted(consignment);
      Load load = load(consignment, wanted);
      boolean fits = rooms.stream().anyMatch(load::fitsIn);
      PickMethod method = fits ? wanted : PickMethod.ORDER_BY_ORDER;
      jobs.computeIfAbsent(method, m -> new ArrayList<>())
          .add(job(consignment, method == wanted ? load : alone(), locations));
    }
    return jobs.entrySet().stream()
        .map(e -> new PickGroup(e.getKey(), e.getValue(), rooms(e.getKey(), rooms)))
        .toList();
  }

  private static List<Load> rooms(List<Trolley> trolleys) {
    return trolleys.isEmpty()
        ? List.of(USUAL_ROOM)
        : trolleys.stream()
            .map(t -> new Load(t.totes(), t.volumeMm3(), t.weightG()))
            .distinct()
            .sorted(Comparator.comparingInt(Load::totes).reversed())
            .toList();
  }

  private static List<Load> rooms(PickMethod method, List<Load> rooms) {
    return method == PickMethod.ORDER_BY_ORDER ? List.of(alone()) : rooms;
  }

  private static PickMethod wanted(Consignment consignment) {
    return Stream.of(PickMethod.values())
        .filter(m -> m.name().equals(consignment.pickMethod()))
        .findFirst()
        .orElse(PickMethod.SEED_WALL);
  }

  /** Single pieces share totes; others take a tote, or a slot of the wall, each. */
  private static Load load(Consignment consignment, PickMethod method) {
    return switch (method) {
      case SINGLE_ITEM -> new Load(0, consignment.volumeMm3(), consignment.weightG());
      case SEED_WALL -> new Load(1, consignment.volumeMm3(), consignment.weightG());
      case ORDER_BY_ORDER -> alone();
    };
  }

  /** A load of which only one goes on its trolley, whatever it weighs. */
  private static Load alone() {
    return new Load(1, 1, 1);
  }

  private static Job job(Consignment consignment, Load load, Map<String, Location> locations) {
    Set<Stop> stops =
        spots(consignment)
            .map(spot -> Optional.ofNullable(locations.get(spot.location())))
            .flatMap(Optional::stream)
            .map(PickGroup::stop)
            .collect(Collectors.toSet());
    return new Job(0, consignment.id(), stops, load);
  }

  static Stream<Consignment.Spot> spots(Consignment consignment) {
    return consignment.lines().stream().flatMap(line -> line.places().stream());
  }

  static Stop stop(Location location) {
    return new Stop(location.aisle(), location.block(), location.cell());
  }
}
