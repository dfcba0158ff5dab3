package dev.ordo.wave;

import dev.ordo.catalog.Catalog;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.site.Location;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import dev.ordo.site.Skill;
import dev.ordo.site.Walking;
import dev.ordo.site.Warehouse;
import dev.ordo.wave.solver.Job;
import dev.ordo.wave.solver.PickerPlanner;
import dev.ordo.wave.solver.Route;
import dev.ordo.wave.solver.Stop;
import dev.ordo.wave.solver.TripPlanner;
import dev.ordo.wave.solver.TripPlanner.PlannedTrip;
import dev.ordo.wave.solver.TripWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the consignments of a wave into trips, pickers and picks; writes nothing. */
@Component
class WavePlans {
  private static final int LONGEST_SCORE = 300;

  private final Sites sites;
  private final Catalog catalog;
  private final TripPlanner tripPlanner;
  private final PickerPlanner pickerPlanner;
  private final Crews crews;
  private final Velocity velocity;
  private final Urgency urgency;
  private final WaveSettings settings;
  private final BusinessClock clock;
  private final Ids ids;

  WavePlans(
      Sites sites,
      Catalog catalog,
      TripPlanner tripPlanner,
      PickerPlanner pickerPlanner,
      Crews crews,
      Velocity velocity,
      Urgency urgency,
      WaveSettings settings,
      BusinessClock clock,
      Ids ids) {
    this.sites = sites;
    this.catalog = catalog;
    this.tripPlanner = tripPlanner;
    this.pickerPlanner = pickerPlanner;
    this.crews = crews;
    this.velocity = velocity;
    this.urgency = urgency;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
  }

  private record Walk(PickGroup group, PlannedTrip trip) {
    /** Where pickers could be in each other's way: in an aisle, on a free floor at a slot. */
    Set<Integer> aisles(boolean free) {
      return trip.route().stops().stream()
          .map(free ? Stop::cell : Stop::aisle)
          .collect(Collectors.toSet());
    }

    List<Portion> portions() {
      return trip.jobs().stream().map(Job::number).map(group.portions()::get).toList();
    }

    Walk turned(HeavyFirst heavyFirst) {
      Route route = heavyFirst.of(trip.route(), portions());
      return new Walk(group, new PlannedTrip(trip.jobs(), trip.room(), route));
    }

    List<Consignment> consignments() {
      return portions().stream().map(Portion::consignment).toList();
    }

    int units() {
      return portions().stream().mapToInt(Portion::units).sum();
    }

    Instant dueAt() {
      return consignments().stream()
          .map(c -> Objects.requireNonNullElse(c.cutoffAt(), c.promisedAt()))
          .min(Instant::compareTo)
          .orElseThrow();
    }

    Instant promisedAt() {
      return consignments().stream()
          .map(Consignment::promisedAt)
          .min(Instant::compareTo)
          .orElseThrow();
    }

    Set<Skill> needs() {
      return portions().stream().flatMap(p -> p.needs().stream()).collect(Collectors.toSet());
    }

    Map<String, Integer> stopsByZone(Map<String, Location> locations) {
      return portions().stream()
          .flatMap(Portion::spots)
          .map(Consignment.Spot::location)
          .distinct()
          .flatMap(code -> Stream.ofNullable(locations.get(code)))
          .collect(Collectors.toMap(Location::zone, location -> 1, Integer::sum));
    }
  }

  private record Solved(PickGroup group, TripPlanner.Plan plan) {
    Stream<Walk> walks() {
      return plan.trips().stream().map(trip -> new Walk(group, trip));
    }
  }

  WavePlan of(Wave wave, List<Consignment> members) {
    return of(
        sites.warehouse(wave.warehouse()),
        wave,
        members,
        new Manner(null, true, Set.of(), Set.of()));
  }

  /**
   * What is left of a wave.
   *
   * @param atMost time for searching all trips
   * @param taken numbers that trips bear already
   * @param replaced trips that this plan takes the place of
   */
  WavePlan again(
      Wave wave,
      List<Consignment> members,
      Duration atMost,
      Set<Integer> taken,
      Set<Long> replaced) {
    return of(
        sites.warehouse(wave.warehouse()),
        wave,
        members,
        new Manner(atMost, true, taken, replaced));
  }

  /** Only tried: nobody is asked to walk it, and the warehouse may work otherwise than it does. */
  WavePlan tried(Warehouse warehouse, Wave wave, List<Consignment> members, Duration atMost) {
    return of(warehouse, wave, members, new Manner(atMost, false, Set.of(), Set.of()));
  }

  /**
   * @param atMost time for searching all trips, null for what the solver config says
   * @param divided whether pickers are found for the trips
   * @param taken numbers that trips bear already
   * @param replaced trips that are no work for anybody: the plan takes their place
   */
  private record Manner(
      @Nullable Duration atMost, boolean divided, Set<Integer> taken, Set<Long> replaced) {}

  private WavePlan of(Warehouse warehouse, Wave wave, List<Consignment> members, Manner manner) {
    Duration atMost = manner.atMost();
    PlanFacts facts = facts(warehouse, members);
    PlanNotes notes = new PlanNotes();
    List<PickGroup> groups =
        new PickGroups(facts, sections(warehouse, members, facts), notes).of(members);
    TripPlanner.Limit limit =
        atMost == null
            ? TripPlanner.Limit.OF_CONFIG
            : new TripPlanner.Limit(atMost.dividedBy(Math.max(1, groups.size())), null, null);
    List<Solved> solved = groups.stream().map(group -> solved(warehouse, group, limit)).toList();
    boolean free = warehouse.layout().graph() != null;
    HeavyFirst heavyFirst = new HeavyFirst(facts);
    List<Walk> walks =
        solved.stream()
            .flatMap(Solved::walks)
            .map(walk -> free ? walk : walk.turned(heavyFirst))
            .toList();
    PickerPlanner.Assignment assignment =
        manner.divided()
            ? pickerPlanner.assign(
                work(walks, facts.locations(), free), crews.of(warehouse, manner.replaced()))
            : new PickerPlanner.Assignment(Map.of(), Map.of(), List.of());
    List<Integer> numbers = numbers(walks.size(), manner.taken());
    List<WaveTrip> planned = new ArrayList<>();
    List<Pick> picks = new ArrayList<>();
    for (int i = 0; i < walks.size(); i++) {
      Walk walk = walks.get(i);
      WaveTrip trip = trip(wave, numbers.get(i), walk, assignment.pickerOf().getOrDefault(i, ""));
      planned.add(trip);
      picks.addAll(
          new PickSheet(facts.locations(), walk.trip.route().stops(), ids::next)
              .picks(trip.id(), wave.id(), walk.group.method(), walk.portions()));
    }
    notes.crew(warehouse.code(), assignment, planned);
    return plan(warehouse.settings().walking(), solved, planned, picks, notes.all());
  }

  /** The first that are free, from 1. */
  private static List<Integer> numbers(int count, Set<Integer> taken) {
    return Stream.iterate(1, number -> number + 1)
        .filter(number -> !taken.contains(number))
        .limit(count)
        .toList();
  }

  private Sections sections(Warehouse warehouse, List<Consignment> members, PlanFacts facts) {
    if (members.size() < settings.splitFrom()) {
      return Sections.ONE;
    }
    return switch (warehouse.settings().split()) {
      case NONE -> Sections.ONE;
      case ZONE -> Sections.zones(facts.locations());
      case VELOCITY -> Sections.velocity(velocity.of(warehouse.code()));
    };
  }

  private PlanFacts facts(Warehouse warehouse, List<Consignment> members) {
    Map<String, Location> locations =
        sites
            .locations(
                warehouse.code(),
                members.stream()
                    .flatMap(PickGroup::spots)
                    .map(Consignment.Spot::location)
                    .collect(Collectors.toSet()))
            .values()
            .stream()
            .filter(l -> warehouse.layout().has(l.aisle(), l.block(), l.cell()))
            .collect(Collectors.toMap(Location::code, Function.identity()));
    return new PlanFacts(
        warehouse.code(),
        locations,
        catalog.products(
            members.stream()
                .flatMap(c -> c.lines().stream())
                .map(Consignment.Line::sku)
                .collect(Collectors.toSet())),
        sites.trolleys(warehouse.code()),
        common(sites.pickers(warehouse.code())));
  }

  private static Set<Skill> common(List<Picker> pickers) {
    Set<Skill> common = Skill.all();
    pickers.forEach(picker -> common.retainAll(picker.skills()));
    return common;
  }

  private Solved solved(Warehouse warehouse, PickGroup group, TripPlanner.Limit limit) {
    return new Solved(
        group,
        tripPlanner.plan(
            new TripPlanner.Task(
                warehouse.layout(),
                group.jobs(),
                group.rooms(),
                limit,
                warehouse.settings().walking())));
  }

  private List<TripWork> work(List<Walk> walks, Map<String, Location> locations, boolean free) {
    Instant now = clock.now();
    Urgency.Levels levels = urgency.now();
    List<TripWork> work = new ArrayList<>();
    for (Walk walk : walks) {
      work.add(
          new TripWork(
              work.size(),
              settings.seconds(walk.trip.route().metres(), walk.units()),
              Duration.between(now, walk.dueAt()).toSeconds(),
              Duration.between(now, walk.promisedAt()).toSeconds(),
              levels.of(walk.consignments()),
              walk.needs(),
              walk.stopsByZone(locations),
              walk.aisles(free)));
    }
    return work;
  }

  private WaveTrip trip(Wave wave, int number, Walk walk, String picker) {
    double metres = walk.trip.route().metres();
    return new WaveTrip(
        ids.next(),
        wave.id(),
        wave.warehouse(),
        number,
        walk.group.method(),
        TripStatus.WAITING,
        picker,
        metres,
        settings.seconds(metres, walk.units()),
        walk.dueAt(),
        walk.trip.route().path(),
        null,
        null,
        walk.needs());
  }

  private static WavePlan plan(
      Walking walking,
      List<Solved> solved,
      List<WaveTrip> trips,
      List<Pick> picks,
      List<WaveNote> notes) {
    String score =
        solved.stream()
            .map(s -> s.group.method() + " " + s.plan.score())
            .collect(Collectors.joining("; "));
    return new WavePlan(
        trips,
        picks,
        solved.stream().mapToDouble(s -> s.plan.metres()).sum(),
        solved.stream().mapToDouble(s -> s.plan.baseline()).sum(),
        walking,
        solved.stream().mapToDouble(s -> s.plan.otherMetres()).sum(),
        solved.stream().mapToDouble(s -> s.plan.least()).sum(),
        score.substring(0, Math.min(LONGEST_SCORE, score.length())),
        solved.isEmpty() ? "" : solved.getFirst().plan.configHash(),
        solved.isEmpty() ? 0 : solved.getFirst().plan.seed(),
        notes);
  }
}
