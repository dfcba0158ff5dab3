package dev.ordo.wave;

import dev.ordo.shared.BusinessClock;
import dev.ordo.site.Location;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.wave.solver.PickerPlanner;
import dev.ordo.wave.solver.TripWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds who takes over trips that are in nobody's hands, with what is left to do on them. */
@Component
class Takers {
  private final Sites sites;
  private final Crews crews;
  private final Urgency urgency;
  private final PickerPlanner planner;
  private final WaveSettings settings;
  private final BusinessClock clock;

  Takers(
      Sites sites,
      Crews crews,
      Urgency urgency,
      PickerPlanner planner,
      WaveSettings settings,
      BusinessClock clock) {
    this.sites = sites;
    this.crews = crews;
    this.urgency = urgency;
    this.planner = planner;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Who takes over what.
   *
   * @param pickerOf by trip
   * @param notes on trips nobody may walk, and what the division costs
   */
  record Taking(Map<Long, String> pickerOf, List<WaveNote> notes) {}

  /**
   * A picker for each trip somebody may walk.
   *
   * @param replaced trips that are being planned anew
   * @param planned what is planned instead, with its pickers
   */
  Taking of(Standing standing, List<WaveTrip> orphans, Set<Long> replaced, List<WaveTrip> planned) {
    if (orphans.isEmpty()) {
      return new Taking(Map.of(), List.of());
    }
    Warehouse warehouse = sites.warehouse(standing.wave().warehouse());
    Urgency.Levels levels = urgency.now();
    boolean free = warehouse.layout().graph() != null;
    List<TripWork> work = new ArrayList<>();
    for (WaveTrip trip : orphans) {
      work.add(work(work.size(), trip, standing, levels.of(standing.on(trip)), free));
    }
    Map<Long, String> takers = new HashMap<>();
    PickerPlanner.Assignment assignment =
        planner.assign(work, crews.of(warehouse, replaced, planned));
    assignment.pickerOf().forEach((number, picker) -> takers.put(orphans.get(number).id(), picker));
    PlanNotes notes = new PlanNotes();
    notes.crew(warehouse.code(), assignment, orphans);
    return new Taking(takers, notes.all());
  }

  private TripWork work(int number, WaveTrip trip, Standing standing, int urgency, boolean free) {
    List<Pick> open = standing.open(trip);
    List<Location> places = places(trip, open);
    long due = Duration.between(clock.now(), trip.dueAt()).toSeconds();
    return new TripWork(
        number,
        settings.seconds(
            trip.metres() * standing.leftOf(trip), open.stream().mapToInt(Pick::qty).sum()),
        due,
        due,
        urgency,
        trip.needs(),
        places.stream().collect(Collectors.toMap(Location::zone, l -> 1, Integer::sum)),
        places.stream().map(free ? Location::cell : Location::aisle).collect(Collectors.toSet()));
  }

  private List<Location> places(WaveTrip trip, List<Pick> open) {
    Map<String, Location> known =
        sites.locations(
            trip.warehouse(), open.stream().map(Pick::location).collect(Collectors.toSet()));
    return open.stream()
        .map(Pick::location)
        .distinct()
        .flatMap(code -> Stream.ofNullable(known.get(code)))
        .toList();
  }
}
