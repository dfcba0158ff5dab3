package dev.ordo.wave;

import dev.ordo.access.People;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Sites;
import dev.ordo.site.Walking;
import dev.ordo.site.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares ways to make waves of what waits now: each is planned in the background, nothing of it
 * is stored, and the one people choose is put into effect.
 */
@Component
public class WhatIf implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(WhatIf.class);
  private static final int MOST = 1000;
  private static final Duration TIME = Duration.ofSeconds(15);
  private static final Duration LONGEST_OF_A_POLICY = Duration.ofSeconds(10);

  private final Consignments consignments;
  private final WavePlans plans;
  private final Forming forming;
  private final PickMethods methods;
  private final Sites sites;
  private final People people;
  private final BusinessClock clock;
  private final MachineClock machine;
  private final Map<String, Study> studies = new ConcurrentHashMap<>();
  private final SolverThreads thread = new SolverThreads("what-if", 1);

  WhatIf(
      Consignments consignments,
      WavePlans plans,
      Forming forming,
      PickMethods methods,
      Sites sites,
      People people,
      BusinessClock clock,
      MachineClock machine) {
    this.consignments = consignments;
    this.plans = plans;
    this.forming = forming;
    this.methods = methods;
    this.sites = sites;
    this.people = people;
    this.clock = clock;
    this.machine = machine;
  }

  /** The last study of a warehouse on this node. */
  public Optional<Study> of(String warehouse) {
    mine(warehouse);
    return Optional.ofNullable(studies.get(warehouse));
  }

  /** Begins a study of what waits now, unless one of the warehouse is under way. */
  public Study begin(String warehouse) {
    mine(warehouse);
    Warehouse where = sites.warehouse(warehouse);
    Study known = studies.get(warehouse);
    if (known != null && known.isRunning()) {
      return known;
    }
    List<Consignment> waiting = waiting(warehouse);
    Study study =
        new Study(
            warehouse,
            clock.now(),
            waiting.size(),
            all(warehouse, waiting.size()),
            waiting.isEmpty() ? 100 : 0,
            false,
            List.of());
    studies.put(warehouse, study);
    if (!waiting.isEmpty()) {
      thread.begin(() -> run(where, study, waiting));
    }
    return study;
  }

  private int all(String warehouse, int least) {
    return consignments.waiting(machine.now()).stream()
        .filter(waiting -> waiting.warehouse().equals(warehouse))
        .mapToInt(waiting -> Math.max(least, waiting.count()))
        .findFirst()
        .orElse(least);
  }

  private List<Consignment> waiting(String warehouse) {
    return consignments.mostUrgent(warehouse, MOST);
  }

  private void run(Warehouse warehouse, Study begun, List<Consignment> waiting) {
    Study study = begun;
    try {
      List<Consignment> asked = asked(waiting);
      List<Study.Outcome> found = new ArrayList<>();
      for (Policy policy : Policy.ALL) {
        found.add(outcome(policy.in(warehouse), study, policy, asked));
        study = study.with(found).at(100 * found.size() / Policy.ALL.size());
        studies.put(warehouse.code(), study);
      }
    } catch (RuntimeException e) {
      LOG.warn("The policies of ({}) could not be compared.", warehouse.code(), e);
      studies.put(warehouse.code(), study.broken());
    }
  }

  /** As the picking rules would have them picked now; nothing is recorded. */
  private List<Consignment> asked(List<Consignment> waiting) {
    Map<Long, String> asked = methods.ask(waiting).methods();
    return waiting.stream().map(c -> c.pickedBy(asked.getOrDefault(c.id(), ""))).toList();
  }

  /** Plans wave by wave, until time is over; the progress people see moves with it. */
  private Study.Outcome outcome(
      Warehouse warehouse, Study study, Policy policy, List<Consignment> waiting) {
    List<Policy.Cut> cuts = policy.cut(waiting, clock.now());
    Duration each = TIME.dividedBy(Policy.ALL.size() * (long) cuts.size());
    Hands hands = new Hands(Math.max(1, sites.pickers(warehouse.code()).size()), clock.now());
    Instant end = machine.now().plus(LONGEST_OF_A_POLICY);
    int planned = 0;
    int trips = 0;
    double metres = 0;
    int wall = 0;
    for (int i = 0; i < cuts.size() && (i == 0 || machine.now().isBefore(end)); i++) {
      Policy.Cut cut = cuts.get(i);
      WavePlan plan = plans.tried(warehouse, wave(warehouse, cut), cut.members(), each);
      planned += cut.members().size();
      hands.walk(cut, plan);
      trips += plan.trips().size();
      metres += plan.metres();
      wall = Math.max(wall, wallSlots(plan));
      int done =
          100 * (study.outcomes().size() * cuts.size() + i) / (Policy.ALL.size() * cuts.size());
      studies.put(warehouse.code(), study.at(done));
    }
    return new Study.Outcome(
            policy,
            cuts.size(),
            trips,
            metres,
            hands.seconds / 3600.0,
            hands.late.size(),
            wall,
            planned)
        .reckonedFor(waiting.size());
  }

  private static int wallSlots(WavePlan plan) {
    List<Long> onWall =
        plan.trips().stream()
            .filter(t -> t.method() == PickMethod.SEED_WALL)
            .map(WaveTrip::id)
            .toList();
    return TripEnds.consignmentsOf(
            plan.picks().stream().filter(p -> onWall.contains(p.tripId())).toList())
        .size();
  }

  private Wave wave(Warehouse warehouse, Policy.Cut cut) {
    return new Wave(
        0,
        warehouse.code(),
        WaveStatus.OPTIMISING,
        "WINDOW",
        cut.members().size(),
        0,
        0,
        0,
        Walking.SHORTEST,
        0,
        0,
        "",
        "",
        0,
        1,
        1,
        clock.now(),
        null,
        null);
  }

  /** Pickers who take one trip after the other, the most urgent first. */
  private static final class Hands {
    private final Instant[] free;
    private long seconds;
    private final Set<Long> late = new HashSet<>();

    Hands(int pickers, Instant now) {
      free = new Instant[pickers];
      Arrays.fill(free, now);
    }

    void walk(Policy.Cut cut, WavePlan plan) {
      Map<Long, Consignment> members =
          cut.members().stream().collect(Collectors.toMap(Consignment::id, c -> c));
      Map<Long, List<Pick>> picks =
          plan.picks().stream().collect(Collectors.groupingBy(Pick::tripId));
      plan.trips().stream()
          .sorted(Comparator.comparing(WaveTrip::dueAt))
          .forEach(
              trip -> {
                Instant done = walk(trip, cut.from());
                TripEnds.consignmentsOf(picks.getOrDefault(trip.id(), List.of())).stream()
                    .map(members::get)
                    .filter(c -> c != null && Policy.due(c).isBefore(done))
                    .forEach(c -> late.add(c.id()));
              });
    }

    private Instant walk(WaveTrip trip, Instant from) {
      int first = 0;
      for (int i = 1; i < free.length; i++) {
        first = free[i].isBefore(free[first]) ? i : first;
      }
      Instant begin = free[first].isBefore(from) ? from : free[first];
      free[first] = begin.plusSeconds(trip.seconds());
      seconds += trip.seconds();
      return free[first];
    }
  }

  /**
   * Puts a policy into effect: windows, counts and the split become the warehouse's settings, waves
   * by cut-off are formed of what waits now.
   */
  @Transactional
  public void choose(String warehouse, String code) {
    mine(warehouse);
    Policy policy = Policy.of(code);
    sites.putWarehouses(List.of(policy.in(sites.warehouse(warehouse))));
    if (policy.byCutOff()) {
      policy
          .cut(waiting(warehouse), clock.now())
          .forEach(cut -> forming.formOf(warehouse, cut.members()));
    }
    people.did("WAVE_POLICY", "WAREHOUSE", 0, warehouse + " " + code);
  }

  private void mine(String warehouse) {
    if (!people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", warehouse, "Name a warehouse you work in.");
    }
  }

  @Override
  public void destroy() {
    thread.stop();
  }
}
