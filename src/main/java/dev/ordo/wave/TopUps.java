package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Sites;
import dev.ordo.site.TopUp;
import dev.ordo.site.Warehouse;
import dev.ordo.site.WarehouseSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lets consignments that were allocated later join a wave nobody picks yet: up to the warehouse's
 * count, with a pick method the wave has already, a slot of the wall if they need one, and due no
 * later than in the hour of the last of the wave.
 */
@Component
class TopUps {
  private final WaveRows waves;
  private final WaveWishes wishes;
  private final Consignments consignments;
  private final PickMethods methods;
  private final Sites sites;
  private final MachineClock machine;

  /** By warehouse and wave: what was asked about and is picked otherwise, so that it waits. */
  private final Map<String, Map<Long, Set<Long>>> misfits = new ConcurrentHashMap<>();

  TopUps(
      WaveRows waves,
      WaveWishes wishes,
      Consignments consignments,
      PickMethods methods,
      Sites sites,
      MachineClock machine) {
    this.waves = waves;
    this.wishes = wishes;
    this.consignments = consignments;
    this.methods = methods;
    this.sites = sites;
    this.machine = machine;
  }

  /** Ids that would join a wave by themselves; their rows are locked. */
  List<Long> claim(Warehouse warehouse, int max) {
    for (WaveRows.Offer offer : offers(warehouse)) {
      Set<Long> passed = misfits(warehouse).getOrDefault(offer.wave(), Set.of());
      List<Long> found =
          consignments
              .claimForTopUp(
                  warehouse.code(),
                  offer.before(),
                  Math.min(max, offer.room()) + passed.size(),
                  machine.now())
              .stream()
              .filter(id -> !passed.contains(id))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<WaveRows.Offer> offers(Warehouse warehouse) {
    WarehouseSettings settings = warehouse.settings();
    if (settings.topUp() == TopUp.OFF) {
      return List.of();
    }
    List<WaveRows.Offer> offers = waves.offers(warehouse.code(), settings.waveCount());
    misfits(warehouse)
        .keySet()
        .retainAll(offers.stream().map(WaveRows.Offer::wave).collect(Collectors.toSet()));
    return offers.stream().filter(offer -> !offer.beingPlanned()).toList();
  }

  private Map<Long, Set<Long>> misfits(Warehouse warehouse) {
    return misfits.computeIfAbsent(warehouse.code(), code -> new ConcurrentHashMap<>());
  }

  /**
   * Those that fit join, in the caller's transaction, which locked their rows.
   *
   * @return the others
   */
  List<Consignment> join(Warehouse warehouse, List<Consignment> all) {
    List<Consignment> rest = all;
    for (WaveRows.Offer offer : offers(warehouse)) {
      List<Consignment> timely =
          rest.stream().filter(c -> Policy.due(c).isBefore(offer.before())).toList();
      if (!timely.isEmpty()) {
        Set<Long> joined = fill(warehouse, offer.wave(), timely);
        remember(warehouse, offer.wave(), timely, joined);
        rest = rest.stream().filter(c -> !joined.contains(c.id())).toList();
      }
    }
    return rest;
  }

  private void remember(
      Warehouse warehouse, long wave, List<Consignment> timely, Set<Long> joined) {
    Set<Long> passed =
        misfits(warehouse).computeIfAbsent(wave, id -> ConcurrentHashMap.newKeySet());
    timely.stream().map(Consignment::id).filter(id -> !joined.contains(id)).forEach(passed::add);
  }

  /** Fills a wave because somebody asks for it; returns how many consignments joined. */
  int byHand(Wave wave) {
    if (!wave.status().isOpen()) {
      throw new Refusal("wave", Ids.text(wave.id()), "Choose a wave that nobody picks yet.");
    }
    Warehouse warehouse = sites.warehouse(wave.warehouse());
    int most = warehouse.settings().waveCount();
    List<Long> timely =
        waves
            .dueBefore(wave.id())
            .map(due -> consignments.claimForTopUp(wave.warehouse(), due, most, machine.now()))
            .orElse(List.of());
    return timely.isEmpty() ? 0 : fill(warehouse, wave.id(), consignments.load(timely)).size();
  }

  /** The wave's row is locked, so that its first trip begins before or after, never meanwhile. */
  private Set<Long> fill(Warehouse warehouse, long id, List<Consignment> timely) {
    if (waves.lock(id).filter(wave -> wave.status().isOpen()).isEmpty()) {
      return Set.of();
    }
    PickMethods.Answers answers = methods.ask(timely);
    Map<Long, String> fitting =
        fitting(warehouse.settings(), answers.methods(), consignments.ofWave(id));
    methods.record(id, answers, fitting.keySet());
    List<Long> joined = consignments.joinWave(id, fitting);
    if (!joined.isEmpty()) {
      waves.recount(id);
      wishes.wish(id, Wish.TOPPED_UP);
    }
    return new HashSet<>(joined);
  }

  private static Map<Long, String> fitting(
      WarehouseSettings settings, Map<Long, String> methods, List<Consignment> members) {
    List<String> taken = new ArrayList<>(members.stream().map(Consignment::pickMethod).toList());
    Set<String> known = Set.copyOf(taken);
    Map<Long, String> fitting = new TreeMap<>();
    methods.forEach(
        (id, method) -> {
          if (taken.size() < settings.waveCount()
              && known.contains(method)
              && !isWallFull(settings, method, taken)) {
            fitting.put(id, method);
            taken.add(method);
          }
        });
    return fitting;
  }

  private static boolean isWallFull(WarehouseSettings settings, String method, List<String> taken) {
    String wall = PickMethod.SEED_WALL.name();
    return settings.wallSlots() > 0
        && wall.equals(method)
        && taken.stream().filter(wall::equals).count() >= settings.wallSlots();
  }
}
