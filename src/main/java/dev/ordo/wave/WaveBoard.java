package dev.ordo.wave;

import dev.ordo.access.People;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Sites;
import dev.ordo.site.WarehouseSettings;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for people who arrange waves: who is in which wave, who stays where, plan it again. */
@Component
public class WaveBoard {
  private static final Set<WaveStatus> ON_THE_BOARD =
      EnumSet.range(WaveStatus.DRAFT, WaveStatus.CHECKING);
  private static final int SHOWN_WAITING = 60;

  private final WaveRows waves;
  private final TripRows trips;
  private final WaveLocks locks;
  private final WaveWishes wishes;
  private final Consignments consignments;
  private final PickMethods methods;
  private final TopUps topUps;
  private final Sites sites;
  private final People people;

  WaveBoard(
      WaveRows waves,
      TripRows trips,
      WaveLocks locks,
      WaveWishes wishes,
      Consignments consignments,
      PickMethods methods,
      TopUps topUps,
      Sites sites,
      People people) {
    this.waves = waves;
    this.trips = trips;
    this.locks = locks;
    this.wishes = wishes;
    this.consignments = consignments;
    this.methods = methods;
    this.topUps = topUps;
    this.sites = sites;
    this.people = people;
  }

  /**
   * A wave with all that is in it.
   *
   * @param members in the order of their ids
   * @param locks by consignment: whether it is kept on its trip too, not only in its wave
   */
  public record Card(
      Wave wave,
      List<WaveTrip> trips,
      List<Pick> picks,
      List<Consignment> members,
      Map<Long, Boolean> locks) {

    /** Whether consignments may still come into it. */
    public boolean isOpen() {
      return wave.status().isOpen();
    }
  }

  /** The waves of a warehouse that are not finished, oldest first. */
  public List<Card> cards(String warehouse) {
    mine(warehouse);
    return waves.on(ON_THE_BOARD.toArray(WaveStatus[]::new)).stream()
        .filter(wave -> wave.warehouse().equals(warehouse))
        .map(
            wave ->
                new Card(
                    wave,
                    trips.ofWave(wave.id()),
                    trips.picksOfWave(wave.id()),
                    consignments.ofWave(wave.id()),
                    locks.ofWave(wave.id())))
        .toList();
  }

  /** The newest consignments that are in no wave yet. */
  public List<Consignment> waiting(String warehouse) {
    mine(warehouse);
    return consignments.newest(
        ConsignmentStatus.ALLOCATED, List.of(warehouse), Long.MAX_VALUE, SHOWN_WAITING);
  }

  /** Plans what nobody began on in a running wave again. */
  @Transactional
  public void resolve(long id) {
    Wave wave = wave(id);
    if (wave.status() != WaveStatus.RELEASED && wave.status() != WaveStatus.PICKING) {
      throw new Refusal("wave", Ids.text(id), "It is " + wave.status() + ": nothing to plan.");
    }
    wishes.wish(id, Wish.ASKED);
    people.did("WAVE_PLANNED_AGAIN", "WAVE", id, wave.warehouse());
  }

  /** Takes consignments into a wave, from another one or from those that wait for one. */
  @Transactional
  public void move(long waveId, Collection<Long> ids) {
    Wave to = wave(waveId);
    List<Consignment> all = movable(to.warehouse(), ids);
    Set<Long> from = sources(all);
    lockAll(Stream.concat(from.stream(), Stream.of(waveId)).toList());
    if (waves.find(waveId).filter(w -> w.status().isOpen()).isEmpty()) {
      throw new Refusal("wave", Ids.text(waveId), "Choose a wave that nobody picks yet.");
    }
    List<Consignment> others =
        all.stream().filter(c -> !Objects.equals(c.waveId(), waveId)).toList();
    List<Consignment> waiting =
        others.stream().filter(c -> c.status() == ConsignmentStatus.ALLOCATED).toList();
    leave(others);
    consignments.changeWave(
        waveId,
        others.stream()
            .filter(c -> c.status() == ConsignmentStatus.WAVED)
            .map(Consignment::id)
            .toList(),
        people.actor().login());
    if (!waiting.isEmpty()) {
      consignments.joinWave(waveId, methods.decide(waveId, waiting));
    }
    if (!others.isEmpty()) {
      holds(to, others.stream().map(Consignment::id).collect(Collectors.toSet()));
      told(Stream.concat(from.stream(), Stream.of(waveId)).collect(Collectors.toSet()), others);
    }
  }

  /** Whoever drags may fill a wave and its seed wall, not overfill them. */
  private void holds(Wave wave, Set<Long> joined) {
    WarehouseSettings settings = sites.warehouse(wave.warehouse()).settings();
    List<Consignment> members = consignments.ofWave(wave.id());
    if (members.size() > settings.waveCount()) {
      String remedy = "A wave holds %d orders: choose another wave.";
      throw new Refusal("wave", Ids.text(wave.id()), remedy.formatted(settings.waveCount()));
    }
    List<Long> onWall =
        members.stream()
            .filter(c -> PickMethod.SEED_WALL.name().equals(c.pickMethod()))
            .map(Consignment::id)
            .toList();
    int slots = settings.wallSlots();
    if (slots > 0 && onWall.size() > slots && onWall.stream().anyMatch(joined::contains)) {
      String remedy = "The seed wall holds %d orders: choose another wave.";
      throw new Refusal("wave", Ids.text(wave.id()), remedy.formatted(slots));
    }
  }

  /**
   * Takes in what waits and fits, as {@link TopUps} does by itself where a warehouse wants it.
   *
   * @return how many consignments joined
   */
  @Transactional
  public int topUp(long id) {
    int joined = topUps.byHand(wave(id));
    if (joined > 0) {
      people.did("WAVE_TOPPED_UP", "WAVE", id, String.valueOf(joined));
    }
    return joined;
  }

  /** Consignments wait for another wave. */
  @Transactional
  public void takeOut(long waveId, Collection<Long> ids) {
    Wave wave = wave(waveId);
    List<Consignment> all =
        movable(wave.warehouse(), ids).stream()
            .filter(c -> Objects.equals(c.waveId(), waveId))
            .toList();
    lockAll(List.of(waveId));
    leave(all);
    consignments.leaveWave(all.stream().map(Consignment::id).toList(), "MOVED");
    if (!all.isEmpty()) {
      told(Set.of(waveId), all);
    }
  }

  /**
   * Keeps a consignment in its wave.
   *
   * @param onTrip it stays on its trip, with all that trip carries
   */
  @Transactional
  public void keep(long waveId, long consignment, boolean onTrip) {
    wave(waveId);
    trips.lockOf(List.of(consignment));
    Consignment it = member(waveId, consignment);
    locks.put(it.id(), waveId, onTrip);
    people.did("WAVE_LOCKED", "CONSIGNMENT", it.id(), onTrip ? "TRIP" : "WAVE");
  }

  /** Lets a consignment be moved again. */
  @Transactional
  public void release(long waveId, long consignment) {
    wave(waveId);
    locks.remove(List.of(member(waveId, consignment).id()));
    people.did("WAVE_UNLOCKED", "CONSIGNMENT", consignment, "");
  }

  private void leave(List<Consignment> all) {
    List<Long> ids = all.stream().map(Consignment::id).toList();
    trips.forget(ids, trips.lockOf(ids).stream().map(WaveTrip::id).toList());
  }

  private void told(Set<Long> touched, List<Consignment> moved) {
    touched.stream()
        .sorted()
        .forEach(
            wave -> {
              waves.recount(wave);
              wishes.wish(wave, Wish.MOVED);
              people.did("WAVE_MOVED", "WAVE", wave, String.valueOf(moved.size()));
            });
  }

  private static Set<Long> sources(List<Consignment> all) {
    return all.stream()
        .flatMap(c -> Stream.ofNullable(c.waveId()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void lockAll(Collection<Long> ids) {
    new TreeSet<>(ids).forEach(waves::lock);
  }

  /** Nobody began on them and nobody keeps them; their trips and rows are locked now. */
  private List<Consignment> movable(String warehouse, Collection<Long> ids) {
    List<WaveTrip> on = trips.lockOf(ids);
    List<Consignment> all = consignments.lock(ids);
    if (all.size() < Set.copyOf(ids).size()) {
      throw new Refusal("consignments", String.valueOf(ids.size()), "Name known consignments.");
    }
    Set<Long> kept = onKeptTrips(all);
    boolean begun = on.stream().anyMatch(t -> t.status() != TripStatus.WAITING);
    for (Consignment c : all) {
      String id = Ids.text(c.id());
      if (!c.warehouse().equals(warehouse)) {
        throw new Refusal("consignments", id, "It is in [" + c.warehouse() + "].");
      }
      if (begun
          || (c.status() != ConsignmentStatus.WAVED && c.status() != ConsignmentStatus.ALLOCATED)) {
        throw new Refusal("consignments", id, "Somebody picks it already.");
      }
      Long wave = c.waveId();
      if (wave != null && locks.ofWave(wave).containsKey(c.id())) {
        throw new Refusal("consignments", id, "Unlock it first.");
      }
      if (kept.contains(c.id())) {
        throw new Refusal("consignments", id, "Its trip is locked: unlock that first.");
      }
    }
    return all;
  }

  /** Those that share a trip with one that is kept on it. */
  private Set<Long> onKeptTrips(List<Consignment> all) {
    List<Long> keepers =
        sources(all).stream().flatMap(wave -> locks.onTrips(wave).stream()).toList();
    Set<Long> keptTrips =
        trips.picksOfConsignments(keepers).stream().map(Pick::tripId).collect(Collectors.toSet());
    return trips.picksOfConsignments(all.stream().map(Consignment::id).toList()).stream()
        .filter(pick -> keptTrips.contains(pick.tripId()))
        .map(Pick::consignmentId)
        .collect(Collectors.toSet());
  }

  private Consignment member(long waveId, long consignment) {
    return consignments
        .find(consignment)
        .filter(c -> Objects.equals(c.waveId(), waveId))
        .orElseThrow(
            () ->
                new Refusal("consignment", Ids.text(consignment), "Name one that is in the wave."));
  }

  private Wave wave(long id) {
    return waves
        .find(id)
        .filter(w -> people.actor().scope().seesWarehouse(w.warehouse()))
        .orElseThrow(
            () -> new Refusal("wave", Ids.text(id), "Name a wave of a warehouse you work in."));
  }

  private void mine(String warehouse) {
    if (!people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", warehouse, "Name a warehouse you work in.");
    }
  }
}
