package dev.ordo.wave;

import dev.ordo.access.Role;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells the bench what a wave holds that is all alike: so many parcels of so many pieces of one
 * article, to be packed in a row while the wave is still picked.
 */
@Component
class PrePacking {
  private final TripRows trips;
  private final Consignments consignments;
  private final Tasks tasks;

  PrePacking(TripRows trips, Consignments consignments, Tasks tasks) {
    this.trips = trips;
    this.consignments = consignments;
    this.tasks = tasks;
  }

  private record Parcel(String sku, int units) {
    static Parcel of(Consignment c) {
      return new Parcel(c.lines().getFirst().sku(), c.units());
    }
  }

  /** The tasks of the plan that holds take the place of those before, in its transaction. */
  void tell(Wave wave) {
    List<WaveTrip> alike =
        trips.ofWave(wave.id()).stream()
            .filter(trip -> trip.method() == PickMethod.PRE_PACKED)
            .toList();
    List<NewTask> wanted = alike.isEmpty() ? List.of() : tasksOf(wave, alike);
    tasks.closeOthers(key(wave.id()), wanted.stream().map(NewTask::dedupeKey).toList(), "planned");
    tasks.openAll(wanted);
  }

  /** Nothing of the wave is left to pack. */
  void over(long wave) {
    tasks.closeOthers(key(wave), List.of(), "packed");
  }

  private List<NewTask> tasksOf(Wave wave, List<WaveTrip> alike) {
    Map<Long, WaveTrip> byId = alike.stream().collect(Collectors.toMap(WaveTrip::id, t -> t));
    List<Pick> picks =
        trips.picksOfWave(wave.id()).stream()
            .filter(p -> byId.containsKey(p.tripId()) && p.status() != PickStatus.STRUCK)
            .toList();
    Map<Parcel, Integer> parcels =
        consignments.load(TripEnds.consignmentsOf(picks)).stream()
            .collect(
                Collectors.groupingBy(
                    Parcel::of,
                    () ->
                        new TreeMap<>(
                            Comparator.comparing(Parcel::sku).thenComparing(Parcel::units)),
                    Collectors.summingInt(c -> 1)));
    Instant due = alike.stream().map(WaveTrip::dueAt).min(Instant::compareTo).orElseThrow();
    List<NewTask> wanted = new ArrayList<>();
    parcels.forEach((parcel, count) -> wanted.add(task(wave, parcel, count, due)));
    return wanted;
  }

  private static NewTask task(Wave wave, Parcel parcel, int count, Instant due) {
    return new NewTask(
            "PRE_PACK",
            "WAVE",
            wave.id(),
            key(wave.id()) + count + "x" + parcel.units() + ":" + parcel.sku(),
            Role.WAREHOUSE,
            "wave.task.pre-pack",
            List.of(
                String.valueOf(count),
                String.valueOf(parcel.units()),
                parcel.sku(),
                Ids.text(wave.id())),
            due)
        .inWarehouse(wave.warehouse());
  }

  private static String key(long wave) {
    return "pre-pack:" + wave + ":";
  }
}
