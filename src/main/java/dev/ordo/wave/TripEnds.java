package dev.ordo.wave;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ends trips of which nothing is left to pick, and their wave after the last of them. */
@Component
class TripEnds {
  private static final Duration TIME_FOR_A_SHORT_PICK = Duration.ofHours(2);

  private final TripRows trips;
  private final WaveRows waves;
  private final Consignments consignments;
  private final Tasks tasks;
  private final People people;
  private final BusinessClock clock;

  TripEnds(
      TripRows trips,
      WaveRows waves,
      Consignments consignments,
      Tasks tasks,
      People people,
      BusinessClock clock) {
    this.trips = trips;
    this.waves = waves;
    this.consignments = consignments;
    this.tasks = tasks;
    this.people = people;
    this.clock = clock;
  }

  /** The caller has locked the trip. */
  void look(long tripId) {
    WaveTrip trip = trips.find(tripId).orElseThrow();
    List<Pick> picks = trips.picksOfTrip(tripId);
    if (picks.stream().anyMatch(p -> p.status() == PickStatus.OPEN)) {
      return;
    }
    Instant now = clock.now();
    report(trip, picks, now);
    consignments.move(
        whole(ofAllTrips(picks)), ConsignmentStatus.PICKED, people.actor().login(), null, "");
    if (trips.done(tripId, now) && trips.allDone(trip.waveId())) {
      endOf(trip.waveId());
    }
  }

  /**
   * All picks of the consignments of a trip. Trips that share one end one after the other, so that
   * the last of them sees that it is whole.
   */
  private List<Pick> ofAllTrips(List<Pick> picks) {
    long trip = picks.getFirst().tripId();
    List<Pick> all = trips.picksOfConsignments(consignmentsOf(picks));
    List<Long> torn = consignmentsOf(all.stream().filter(p -> p.tripId() != trip).toList());
    if (torn.isEmpty()) {
      return all;
    }
    consignments.lock(torn);
    return trips.picksOfConsignments(consignmentsOf(picks));
  }

  /** Consignments of which every pick was made. */
  private static List<Long> whole(List<Pick> picks) {
    Set<Long> lacking =
        picks.stream()
            .filter(p -> p.status() != PickStatus.PICKED)
            .map(Pick::consignmentId)
            .collect(Collectors.toSet());
    return consignmentsOf(picks).stream().filter(id -> !lacking.contains(id)).toList();
  }

  /** Ends a wave of which no trip is left to walk; the caller has locked its trips. */
  void lookAtWave(long wave) {
    if (trips.allDone(wave)) {
      endOf(wave);
    }
  }

  private void endOf(long wave) {
    if (waitsForTrips(wave)) {
      return;
    }
    if (trips.picksOfWave(wave).stream().allMatch(p -> p.status() == PickStatus.STRUCK)) {
      waves.move(wave, WaveStatus.RELEASED, WaveStatus.BROKEN);
      waves.move(wave, WaveStatus.PICKING, WaveStatus.BROKEN);
      return;
    }
    boolean wall = trips.ofWave(wave).stream().anyMatch(t -> t.method() == PickMethod.SEED_WALL);
    waves.move(wave, WaveStatus.PICKING, wall ? WaveStatus.SORTING : WaveStatus.CHECKING);
  }

  /** Whoever joined it late gets trips by the revision that is wished for, which looks again. */
  boolean waitsForTrips(long wave) {
    return waves.find(wave).filter(w -> w.wanted() > w.revision()).isPresent()
        && consignments.ofWave(wave).stream().anyMatch(c -> c.status() == ConsignmentStatus.WAVED);
  }

  /** A short slot is somebody's task until the rest of its units is confirmed or not wanted. */
  private void report(WaveTrip trip, List<Pick> picks, Instant now) {
    tasks.openAll(
        picks.stream()
            .filter(p -> p.status() == PickStatus.SHORT)
            .map(p -> task(trip, p, now))
            .toList());
    tasks.closeAll(
        picks.stream().filter(p -> p.status() != PickStatus.SHORT).map(TripEnds::key).toList(),
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
            pick.lack() == Lack.DAMAGED ? "wave.task.damaged-pick" : "wave.task.short-pick",
            List.of(
                pick.location(),
                pick.sku(),
                String.valueOf(pick.qty() - pick.picked()),
                Ids.text(pick.consignmentId())),
            now.plus(TIME_FOR_A_SHORT_PICK))
        .inWarehouse(trip.warehouse());
  }

  static List<Long> consignmentsOf(List<Pick> picks) {
    return picks.stream()
        .map(Pick::consignmentId)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }
}
