package dev.ordo.wave;

import dev.ordo.access.People;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Stages;
import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Sites;
import dev.ordo.site.TopUp;
import dev.ordo.site.Warehouse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes waves of waiting consignments: ALLOCATED → WAVED in one transaction. */
@Component
class Forming {
  private static final String BY_HAND = "HAND";

  private final Consignments consignments;
  private final Sites sites;
  private final PickMethods methods;
  private final WaveRows rows;
  private final Ids ids;
  private final Stages stages;
  private final People people;
  private final WaveTrigger trigger;
  private final TopUps topUps;
  private final MachineClock machine;

  Forming(
      Consignments consignments,
      Sites sites,
      PickMethods methods,
      WaveRows rows,
      Ids ids,
      Stages stages,
      People people,
      WaveTrigger trigger,
      TopUps topUps,
      MachineClock machine) {
    this.consignments = consignments;
    this.sites = sites;
    this.methods = methods;
    this.rows = rows;
    this.ids = ids;
    this.stages = stages;
    this.people = people;
    this.trigger = trigger;
    this.topUps = topUps;
    this.machine = machine;
  }

  /** Claimed consignments join a wave that has room; of the others one is made per warehouse. */
  void form(List<Long> claimed) {
    Map<String, List<Consignment>> byWarehouse =
        consignments.load(claimed).stream()
            .collect(
                Collectors.groupingBy(Consignment::warehouse, TreeMap::new, Collectors.toList()));
    byWarehouse.forEach((code, all) -> form(sites.warehouse(code), all));
  }

  private void form(Warehouse warehouse, List<Consignment> all) {
    List<Consignment> rest = topUps.join(warehouse, all);
    if (!rest.isEmpty() && (warehouse.settings().topUp() == TopUp.OFF || isDue(warehouse))) {
      form(warehouse.code(), rest, formedBy(warehouse, rest));
    }
  }

  /** What was claimed only to top up a wave and did not fit waits on. */
  private boolean isDue(Warehouse warehouse) {
    return consignments.waiting(machine.now()).stream()
        .filter(waiting -> waiting.warehouse().equals(warehouse.code()))
        .anyMatch(waiting -> trigger.of(waiting, warehouse.settings()).isPresent());
  }

  /** A wave of what waits now; empty if nothing does. */
  @Transactional
  Optional<Long> formNow(String warehouse) {
    if (!people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", warehouse, "Name a warehouse you work in.");
    }
    int most = sites.warehouse(warehouse).settings().waveCount();
    List<Consignment> waiting =
        consignments.load(consignments.claimForWave(warehouse, most, machine.now()));
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    long wave = form(warehouse, waiting, BY_HAND);
    people.did("WAVE_FORMED", "WAVE", wave, warehouse);
    return Optional.of(wave);
  }

  /** A wave of these, as far as they still wait, in the caller's transaction. */
  void formOf(String warehouse, List<Consignment> chosen) {
    List<Consignment> waiting =
        consignments.lock(chosen.stream().map(Consignment::id).toList()).stream()
            .filter(c -> c.status() == ConsignmentStatus.ALLOCATED)
            .toList();
    if (!waiting.isEmpty()) {
      people.did("WAVE_FORMED", "WAVE", form(warehouse, waiting, BY_HAND), warehouse);
    }
  }

  private String formedBy(Warehouse warehouse, List<Consignment> all) {
    Instant oldest =
        all.stream()
            .map(c -> Objects.requireNonNullElse(c.allocatedAt(), c.createdAt()))
            .min(Instant::compareTo)
            .orElseThrow();
    Instant cutoff =
        all.stream()
            .map(Consignment::cutoffAt)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    return trigger
        .of(
            new Consignments.Waiting(
                warehouse.code(),
                all.size(),
                oldest,
                cutoff,
                all.stream().mapToInt(Consignment::units).sum(),
                all.stream().map(Consignment::promisedAt).min(Instant::compareTo).orElseThrow()),
            warehouse.settings())
        .orElse("WINDOW");
  }

  /** What has no slot of the seed wall any more waits for the next wave. */
  private Map<Long, String> withinWall(
      String warehouse, List<Consignment> all, Map<Long, String> methods) {
    int slots = sites.warehouse(warehouse).settings().wallSlots();
    if (slots == 0) {
      return methods;
    }
    Map<Long, String> within = new TreeMap<>(methods);
    all.stream()
        .map(Consignment::id)
        .filter(id -> PickMethod.SEED_WALL.name().equals(methods.get(id)))
        .skip(slots)
        .forEach(within::remove);
    return within;
  }

  private long form(String warehouse, List<Consignment> all, String formedBy) {
    long wave = ids.next();
    List<Long> joined =
        consignments.joinWave(wave, withinWall(warehouse, all, methods.decide(wave, all)));
    int units =
        all.stream().filter(c -> joined.contains(c.id())).mapToInt(Consignment::units).sum();
    rows.insert(wave, warehouse, formedBy, joined.size(), units);
    stages.wake("wave-plan");
    return wave;
  }
}
