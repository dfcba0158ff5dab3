package dev.ordo.wave;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.catalog.Catalog;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import dev.ordo.site.Skill;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens on the floor: the next trip of a picker, and picks confirmed by scans. */
@Component
public class Picking {
  private static final Duration TIME_TO_LAY_BACK = Duration.ofHours(4);

  private final TripRows trips;
  private final WaveRows waves;
  private final Consignments consignments;
  private final Catalog catalog;
  private final Sites sites;
  private final Detours detours;
  private final Retracing retracing;
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
      Retracing retracing,
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
    this.retracing = retracing;
    this.ends = ends;
    this.tasks = tasks;
    this.people = people;
    this.clock = clock;
  }

  /**
   * What a picker found at a stop.
   *
   * @param location code scanned at the slot
   * @param item barcode or SKU scanned from the article; may be empty where something lacks, since
   *     an empty slot has nothing to scan
   * @param qty units of it in hand from this stop, over all totes; sending it twice changes nothing
   * @param lack why there are fewer than wanted, else NONE
   */
  public record Found(String picker, String location, String item, int qty, Lack lack) {}

  /**
   * What came of a confirmed stop.
   *
   * @param calledBack whether goods of it were called back before the report came
   * @param toLayBack units that were taken nevertheless
   */
  public record Confirmed(WaveTrip trip, boolean calledBack, int toLayBack) {}

  /**
   * A stop a picker means, named as it is scanned.
   *
   * @param location code of the slot
   * @param item barcode or SKU of the article
   */
  public record At(String picker, String location, String item) {}

  /**
   * The trip this picker should walk now. From here on it is this picker's: nobody else is sent on
   * it unless the picker leaves. Who is marked as gone is sent on none.
   */
  public Optional<WaveTrip> next(String warehouse, String picker) {
    if (!people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", warehouse, "Name a warehouse you work in.");
    }
    if (sites.absentPickers(warehouse).stream().anyMatch(p -> p.code().equals(picker))) {
      return Optional.empty();
    }
    Set<Skill> skills = skills(warehouse, picker);
    Optional<WaveTrip> next = trips.next(warehouse, picker, skills);
    while (next.isPresent() && !trips.claim(next.get(), picker)) {
      next = trips.next(warehouse, picker, skills);
    }
    return next.flatMap(trip -> trips.find(trip.id()));
  }

  /** People who are not known in the warehouse, or not there, have no rare skills. */
  private Set<Skill> skills(String warehouse, String picker) {
    return sites.pickers(warehouse).stream()
        .filter(p -> p.code().equals(picker))
        .findFirst()
        .map(Picker::skills)
        .orElse(Set.of());
  }

  /**
   * Confirms a stop; the first one starts the trip, the last one ends it. What was taken although
   * it had been called back meanwhile becomes a task to lay it back.
   */
  @Transactional
  public Confirmed confirm(long tripId, Found found) {
    WaveTrip trip = trips.lock(tripId).filter(this::isMine).orElseThrow(() -> unknown(tripId));
    ScannedStop stop = stop(tripId, found.location(), found.item());
    if (stop.wanted().isEmpty()) {
      walkedBy(trip, found.picker());
    } else {
      start(trip, found.picker());
    }
    List<Pick> confirmed = stop.filled(found);
    List<Pick> tooLate = stop.takenTooLate(found);
    trips.confirm(Stream.concat(confirmed.stream(), tooLate.stream()).toList(), clock.now());
    tasks.openAll(tooLate.stream().map(pick -> layBack(trip, pick)).toList());
    sites.seen(trip.warehouse(), found.picker(), found.location(), clock.now());
    detours.around(trip, confirmed.stream().filter(p -> p.status() == PickStatus.SHORT).toList());
    ends.look(trip.id());
    return new Confirmed(
        trips.find(tripId).orElseThrow(() -> unknown(tripId)),
        stop.wanted().isEmpty() || !tooLate.isEmpty(),
        tooLate.stream().mapToInt(Pick::picked).sum());
  }

  private NewTask layBack(WaveTrip trip, Pick pick) {
    return new NewTask(
            "LAY_BACK",
            "CONSIGNMENT",
            pick.consignmentId(),
            "lay-back:" + pick.id(),
            Role.WAREHOUSE,
            "wave.task.lay-back",
            List.of(
                pick.location(),
                pick.sku(),
                String.valueOf(pick.picked()),
                Ids.text(pick.consignmentId())),
            clock.now().plus(TIME_TO_LAY_BACK))
        .inWarehouse(trip.warehouse());
  }

  /** Leaves a stop for later: it is walked last. Sent again it changes nothing. */
  @Transactional
  public WaveTrip skip(long tripId, At at) {
    WaveTrip trip = trips.lock(tripId).filter(this::isMine).orElseThrow(() -> unknown(tripId));
    walkedBy(trip, at.picker());
    int sequence = stop(tripId, at.location(), at.item()).sequence();
    trips.toTheEnd(tripId, sequence, trips.picksOfTrip(tripId).getLast().sequence());
    retracing.of(trip);
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
    ScannedStop stop = stop(tripId, at.location(), at.item());
    int sequence = stop.sequence();
    if (stop.wanted().stream().anyMatch(p -> p.status() != PickStatus.OPEN)) {
      if (trips.lastConfirmed(tripId).orElse(0) != sequence) {
        throw new Refusal("stop", at.location(), "Only the last stop can be taken back.");
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

  private ScannedStop stop(long trip, String location, String item) {
    return ScannedStop.of(
        trips.picksOfTrip(trip),
        location,
        item,
        code -> catalog.scanned(code).map(product -> product.sku()).orElse(code));
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
          "skills",
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
