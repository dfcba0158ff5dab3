package dev.ordo.wave;

import dev.ordo.access.People;
import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pickers who go home or come back: what is left of the trips of somebody who is gone is given to
 * the others, and a trolley that was left standing is somebody's task.
 */
@Component
public class Absences {
  private static final Duration TIME_TO_FETCH = Duration.ofMinutes(30);

  private final TripRows trips;
  private final WaveWishes wishes;
  private final Sites sites;
  private final Tasks tasks;
  private final People people;
  private final BusinessClock clock;

  Absences(
      TripRows trips,
      WaveWishes wishes,
      Sites sites,
      Tasks tasks,
      People people,
      BusinessClock clock) {
    this.trips = trips;
    this.wishes = wishes;
    this.sites = sites;
    this.tasks = tasks;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A picker is gone; said again it changes nothing.
   *
   * @return how many trips others go on with
   */
  @Transactional
  public int gone(String warehouse, String picker) {
    mine(warehouse);
    Picker who =
        sites.pickers(warehouse).stream()
            .filter(p -> p.code().equals(picker))
            .findFirst()
            .orElse(null);
    List<WaveTrip> left = trips.lockOfPicker(warehouse, picker);
    if (who == null && left.isEmpty()) {
      return 0;
    }
    sites.setActive(warehouse, picker, false);
    trips.letGo(left.stream().map(WaveTrip::id).toList());
    tasks.openAll(
        left.stream()
            .filter(t -> t.status() == TripStatus.PICKING)
            .map(t -> trolley(t, who))
            .toList());
    left.stream()
        .map(WaveTrip::waveId)
        .distinct()
        .forEach(
            wave -> {
              wishes.wish(wave, Wish.PICKER_GONE);
              people.did("PICKER_GONE", "WAVE", wave, picker);
            });
    return left.size();
  }

  /** A picker may be given trips again; those that nobody has are divided anew. */
  @Transactional
  public void back(String warehouse, String picker) {
    mine(warehouse);
    sites.setActive(warehouse, picker, true);
    trips.wavesWithOrphans(warehouse).forEach(wave -> wishes.wish(wave, Wish.PICKER_BACK));
  }

  private void mine(String warehouse) {
    if (!people.actor().scope().seesWarehouse(warehouse)) {
      throw new Refusal("warehouse", warehouse, "Name a warehouse you work in.");
    }
  }

  static String key(long trip) {
    return "trolley:" + trip;
  }

  private NewTask trolley(WaveTrip trip, @Nullable Picker who) {
    Picker.Seen seen = who == null ? null : who.seen();
    return new NewTask(
            "TROLLEY_LEFT",
            "WAVE",
            trip.waveId(),
            key(trip.id()),
            Role.WAREHOUSE,
            "wave.task.trolley-left",
            List.of(
                String.valueOf(trip.number()), trip.picker(), seen == null ? "?" : seen.location()),
            clock.now().plus(TIME_TO_FETCH))
        .inWarehouse(trip.warehouse());
  }
}
