package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;

/** The trips of one picker, one after another, after what the picker still has to do. */
@PlanningEntity
public class PickerDay {
  @PlanningId private String picker = "";
  private long busySeconds;
  @PlanningListVariable private List<TripWork> trips = new ArrayList<>();

  /** For the search, which clones days. */
  public PickerDay() {}

  PickerDay(String picker, long busySeconds, List<TripWork> trips) {
    this.picker = picker;
    this.busySeconds = busySeconds;
    this.trips = new ArrayList<>(trips);
  }

  public String picker() {
    return picker;
  }

  public List<TripWork> trips() {
    return trips;
  }

  /** Seconds until the last trip is done. */
  long endSeconds() {
    return busySeconds + trips.stream().mapToLong(TripWork::seconds).sum();
  }

  /** Seconds by which trips are late, over all trips. */
  long lateSeconds() {
    long at = busySeconds;
    long late = 0;
    for (TripWork trip : trips) {
      at += trip.seconds();
      late += Math.max(0, at - trip.dueInSeconds());
    }
    return late;
  }
}
