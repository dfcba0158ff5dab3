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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens on the floor: the next trip of a picker, and picks confirmed by scans. */
@Component
public class Picking {
  private static final Duration TIME_FOR_A_SHORT_PICK = Duration.ofHours(2);

  private final TripRows trips;
  private final WaveRows waves;
  private final Consignments consignments;
  private final Catalog catalog;
  private final Tasks tasks;
  private final People people;
  private final BusinessClock clock;

  Picking(
      TripRows trips,
      WaveRows waves,
      Consignments consignments,
      Catalog catalog,
      Tasks tasks,
      People people,
      BusinessClock clock) {
    this.trips = trips;
    this.waves = waves;
    this.consignments = consignments;
    this.catalog = catalog;
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
   * @param isShort there are no more units in the slot
   */
  public record Found(String picker, String location, String item, int qty, boolean isShort) {}

  /** The trip this picker should walk now. */
  public Optional<WaveTrip> next(String warehouse, String picker) {
    if (!people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", warehouse, "Name a warehouse you work in.");
    }
    return trips.next(warehouse, picker);
  }

  /** Confirms a stop; the first one starts the trip, the last one ends it. */
  @Transactional
  public WaveTrip confirm(long tripId, Found found) {
    WaveTrip trip = trips.lock(tripId).filter(this::isMine).orElseThrow(() -> unknown(tripId));
    List<Pick> stop = stop(tripId, found);
    start(trip, found.picker());
    Instant now = clock.now();
    trips.confirm(shared(stop, found), now);
    finish(trip, now);
    return trips.find(tripId).orElseThrow(() -> unknown(tripId));
  }

  private boolean isMine(WaveTrip trip) {
    return people.actor().scope().seesWarehouse(trip.warehouse());
  }

  private static Refusal unknown(long trip) {
    return new Refusal("trip", Ids.text(trip), "Ask for your next trip.");
  }

  private List<Pick> stop(long trip, Found found) {
    List<Pick> picks = trips.picksOfTrip(trip);
    List<Pick> here = picks.stream().filter(p -> p.location().equals(found.location())).toList();
    if (here.isEmpty()) {
      throw new Refusal("location", found.location(), "Go to " + nextPlace(picks) + ".");
    }
    String sku = catalog.scanned(found.item()).map(product -> product.sku()).orElse(found.item());
    List<Pick> stop = here.stream().filter(p -> p.sku().equals(sku)).toList();
    if (stop.isEmpty()) {
      throw new Refusal("item", found.item(), "Take " + here.getFirst().sku() + " here.");
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
    if (found.qty() < wanted && !found.isShort()) {
      throw new Refusal("qty", found.qty(), "Take " + wanted + ", or report the slot as short.");
    }
    if (found.qty() < stop.stream().mapToInt(Pick::picked).sum()) {
      throw new Refusal("qty", found.qty(), "More than that is in the totes already.");
    }
    List<Pick> confirmed = new ArrayList<>();
    int left = found.qty();
    for (Pick pick : stop) {
      int picked = Math.min(left, pick.qty());
      left -= picked;
      confirmed.add(pick.with(picked, picked == pick.qty() ? PickStatus.PICKED : PickStatus.SHORT));
    }
    return confirmed;
  }

  private void start(WaveTrip trip, String picker) {
    if (trip.status() == TripStatus.PICKING && !trip.picker().equals(picker)) {
      throw new Refusal("picker", picker, "This trip is walked by " + trip.picker() + ".");
    }
    if (trip.status() == TripStatus.WAITING && trips.start(trip.id(), picker, clock.now())) {
      consignments.move(
          consignmentsOf(trips.picksOfTrip(trip.id())),
          ConsignmentStatus.PICKING,
          people.actor().login(),
          null,
          "PICKER " + picker);
      waves.move(trip.waveId(), WaveStatus.RELEASED, WaveStatus.PICKING);
    }
  }

  private void finish(WaveTrip trip, Instant now) {
    List<Pick> picks = trips.picksOfTrip(trip.id());
    if (picks.stream().anyMatch(p -> p.status() == PickStatus.OPEN)) {
      return;
    }
    report(trip, picks, now);
    List<Long> isShort =
        picks.stream()
            .filter(p -> p.status() == PickStatus.SHORT)
            .map(Pick::consignmentId)
            .toList();
    List<Long> whole = consignmentsOf(picks).stream().filter(id -> !isShort.contains(id)).toList();
    consignments.move(whole, ConsignmentStatus.PICKED, people.actor().login(), null, "");
    if (trips.done(trip.id(), now) && trips.allDone(trip.waveId())) {
      boolean wall =
          trips.ofWave(trip.waveId()).stream().anyMatch(t -> t.method() == PickMethod.SEED_WALL);
      waves.move(
          trip.waveId(), WaveStatus.PICKING, wall ? WaveStatus.SORTING : WaveStatus.CHECKING);
    }
  }

  /** A short slot is somebody's task until the rest of its units is confirmed. */
  private void report(WaveTrip trip, List<Pick> picks, Instant now) {
    tasks.openAll(
        picks.stream()
            .filter(p -> p.status() == PickStatus.SHORT)
            .map(p -> task(trip, p, now))
            .toList());
    tasks.closeAll(
        picks.stream().filter(p -> p.status() == PickStatus.PICKED).map(Picking::key).toList(),
        "picked");
  }

  private static String key(Pick pick) {
    return "short-pick:" + pick.id();
  }

  private static NewTask task(WaveTrip trip, Pick pick, Instant now) {
    return new NewTask(
            "SHORT_PICK",
            "WAVE",
            trip.waveId(),
            key(pick),
            Role.WAREHOUSE,
            "wave.task.short-pick",
            List.of(
                pick.location(),
                pick.sku(),
                String.valueOf(pick.qty() - pick.picked()),
                Ids.text(pick.consignmentId())),
            now.plus(TIME_FOR_A_SHORT_PICK))
        .inWarehouse(trip.warehouse());
  }

  private static List<Long> consignmentsOf(List<Pick> picks) {
    return picks.stream()
        .map(Pick::consignmentId)
        .collect(Collectors.toCollection(java.util.TreeSet::new))
        .stream()
        .toList();
  }
}
