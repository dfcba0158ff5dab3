package dev.ordo.wave;

import dev.ordo.access.People;
import dev.ordo.catalog.Catalog;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import dev.ordo.site.Skill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens on the floor: the next trip of a picker, and picks confirmed by scans. */
@Component
public class Picking {
  private final TripRows trips;
  private final WaveRows waves;
  private final Consignments consignments;
  private final Catalog catalog;
  private final Sites sites;
  private final Detours detours;
  private final TripEnds ends;
  private final Tasks tasks;
  private final People people;
  private final BusinessClock clock;

  Picking(
      TripRows trips,
      WaveRows waves,
      Consignments consignments,
      Catalog catalog,
      Sites sites,
      Detours detours,
      TripEnds ends,
      Tasks tasks,
      People people,
      BusinessClock clock) {
    this.trips = trips;
    this.waves = waves;
    this.consignments = consignments;
    this.catalog = catalog;
    this.sites = sites;
    this.detours = detours;
    this.ends = ends;
    this.tasks = tasks;
    this.people = people;
    this.clock = clock;
  }

  /**
   * What a picker found at a stop.
   *
   * @param location code scanned at the slot
   * @param item barcode or SKU scanned from the article
   * @param qty units of it in hand from this stop, over all totes; sending it twice changes nothing
   * @param lack why there are fewer than wanted, else NONE
   */
  public record Found(String picker, String location, String item, int qty, Lack lack) {}

  /**
   * A stop a picker means, named as it is scanned.
   *
   * @param location code of the slot
   * @param item barcode or SKU of the article
   */
  public record At(String picker, String location, String item) {}

  /** The trip this picker should walk now. */
  public Optional<WaveTrip> next(String warehouse, String picker) {
    if (!people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", warehouse, "Name a warehouse you work in.");
    }
    return trips.next(warehouse, picker, skills(warehouse, picker));
  }

  /** People without a badge of the warehouse may take anything. */
  private Set<Skill> skills(String warehouse, String picker) {
    return sites.pickers(warehouse).stream()
        .filter(p -> p.code().equals(picker))
        .findFirst()
        .map(Picker::skills)
        .orElse(Skill.all());
  }

  /** Confirms a stop; the first one starts the trip, the last one ends it. */
  @Transactional
  public WaveTrip confirm(long tripId, Found found) {
    WaveTrip trip = trips.lock(tripId).filter(this::isMine).orElseThrow(() -> unknown(tripId));
    List<Pick> stop = stop(trips.picksOfTrip(tripId), found.location(), found.item());
    start(trip, found.picker());
    List<Pick> confirmed = shared(stop, found);
    trips.confirm(confirmed, clock.now());
    sites.seen(trip.warehouse(), found.picker(), found.location(), clock.now());
    detours.around(trip, confirmed.stream().filter(p -> p.status() == PickStatus.SHORT).toList());
    ends.look(trip.id());
    return trips.find(tripId).orElseThrow(() -> unknown(tripId));
  }

  /** Leaves a stop for later: it is walked last. Sent again it changes nothing. */
  @Transactional
  public WaveTrip skip(long tripId, At at) {
    WaveTrip trip = trips.lock(tripId).filter(this::isMine).orElseThrow(() -> unknown(tripId));
    walkedBy(trip, at.picker());
    List<Pick> picks = trips.picksOfTrip(tripId);
    int sequence = stop(picks, at.location(), at.item()).getFirst().sequence();
    trips.toTheEnd(tripId, sequence, picks.getLast().sequence());
    return trips.find(tripId).orElseThrow(() -> unknown(tripId));
  }

  /**
   * Takes back what was confirmed last on a trip that is still walked; the goods are in their slot
   * again. Sent again it changes nothing.
   */
  @Transactional
  public WaveTrip undo(long tripId, At at) {
    WaveTrip trip = trips.lock(tripId).filter(this::isMine).orElseThrow(() -> unknown(tripId));
    walkedBy(trip, at.picker());
    if (trip.status() == TripStatus.PICKED) {
      throw new Refusal("trip", Ids.text(tripId), "It is over: tell the seed wall or the bench.");
    }
    List<Pick> stop = stop(trips.picksOfTrip(tripId), at.location(), at.item());
    int sequence = stop.getFirst().sequence();
    if (stop.stream().anyMatch(p -> p.status() != PickStatus.OPEN)) {
      if (trips.lastConfirmed(tripId).orElse(0) != sequence) {
        throw new Refusal("location", at.location(), "Only the last stop can be taken back.");
      }
      trips.reopen(tripId, sequence);
    }
    return trips.find(tripId).orElseThrow(() -> unknown(tripId));
  }

  /** The number of the stop that was confirmed last, the one {@link #undo} takes back. */
  public Optional<Integer> lastStop(long tripId) {
    return trips.lastConfirmed(tripId);
  }

  private boolean isMine(WaveTrip trip) {
    return people.actor().scope().seesWarehouse(trip.warehouse());
  }

  private static Refusal unknown(long trip) {
    return new Refusal("trip", Ids.text(trip), "Ask for your next trip.");
  }

  private List<Pick> stop(List<Pick> picks, String location, String item) {
    List<Pick> here =
        picks.stream()
            .filter(p -> p.location().equals(location))
            .filter(p -> p.status() != PickStatus.STRUCK)
            .toList();
    if (here.isEmpty()) {
      throw new Refusal("location", location, "Go to " + nextPlace(picks) + ".");
    }
    String sku = catalog.scanned(item).map(product -> product.sku()).orElse(item);
    List<Pick> stop = here.stream().filter(p -> p.sku().equals(sku)).toList();
    if (stop.isEmpty()) {
      throw new Refusal("item", item, "Take " + here.getFirst().sku() + " here.");
    }
    return stop;
  }

  private static String nextPlace(List<Pick> picks) {
    return picks.stream()
        .filter(p -> p.status() == PickStatus.OPEN)
        .map(Pick::location)
        .findFirst()
        .orElse("the end: the trip is done");
  }

  /** Fills the totes of a stop in order with what was found. */
  private static List<Pick> shared(List<Pick> stop, Found found) {
    int wanted = stop.stream().mapToInt(Pick::qty).sum();
    if (found.qty() < 0 || found.qty() > wanted) {
      throw new Refusal("qty", found.qty(), "Take " + wanted + ".");
    }
    if (found.qty() < wanted && found.lack() == Lack.NONE) {
      throw new Refusal(
          "qty", found.qty(), "Take " + wanted + ", or report the rest as missing or damaged.");
    }
    if (found.qty() < stop.stream().mapToInt(Pick::picked).sum()) {
      throw new Refusal("qty", found.qty(), "More than that is in the totes already.");
    }
    List<Pick> confirmed = new ArrayList<>();
    int left = found.qty();
    for (Pick pick : stop) {
      int picked = Math.min(left, pick.qty());
      left -= picked;
      confirmed.add(
          picked == pick.qty()
              ? pick.with(picked, PickStatus.PICKED, Lack.NONE)
              : pick.with(picked, PickStatus.SHORT, found.lack()));
    }
    return confirmed;
  }

  private static void walkedBy(WaveTrip trip, String picker) {
    if (trip.status() == TripStatus.PICKING
        && !trip.picker().isEmpty()
        && !trip.picker().equals(picker)) {
      throw new Refusal("picker", picker, "This trip is walked by " + trip.picker() + ".");
    }
  }

  private void refuseUntrained(WaveTrip trip, String picker) {
    if (!skills(trip.warehouse(), picker).containsAll(trip.needs())) {
      throw new Refusal(
          "picker",
          picker,
          "The trip asks for skills this picker has not: ask for your next trip.");
    }
  }

  private void start(WaveTrip trip, String picker) {
    walkedBy(trip, picker);
    if (trip.status() == TripStatus.WAITING || trip.startedAt() == null) {
      refuseUntrained(trip, picker);
    }
    if (trip.status() == TripStatus.PICKING && trip.startedAt() == null) {
      trips.takeOver(trip.id(), picker, clock.now());
      tasks.close(Absences.key(trip.id()), "went on");
    }
    if (trip.status() == TripStatus.WAITING && trips.start(trip.id(), picker, clock.now())) {
      consignments.move(
          TripEnds.consignmentsOf(trips.picksOfTrip(trip.id())),
          ConsignmentStatus.PICKING,
          people.actor().login(),
          null,
          "PICKER " + picker);
      waves.move(trip.waveId(), WaveStatus.RELEASED, WaveStatus.PICKING);
    }
  }
}
