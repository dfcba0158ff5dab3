package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;

/** The trips of one picker, one after another, after what the picker still has to do. */
@PlanningEntity
public class PickerDay {
  private static final long SECONDS_PER_HOUR = 3600;

  @PlanningId private String picker = "";
  private Crew crew = new Crew("", 0);
  @PlanningListVariable private List<TripWork> trips = new ArrayList<>();

  /** For the search, which clones days. */
  public PickerDay() {}

  PickerDay(Crew crew, List<TripWork> trips) {
    this.picker = crew.picker();
    this.crew = crew;
    this.trips = new ArrayList<>(trips);
  }

  public String picker() {
    return picker;
  }

  public List<TripWork> trips() {
    return trips;
  }

  /** When each trip begins and ends. */
  List<Turn> turns() {
    List<Turn> turns = new ArrayList<>(trips.size());
    long at = crew.fromSeconds();
    for (TripWork trip : trips) {
      turns.add(new Turn(crew, trip, at, at + trip.seconds()));
      at += trip.seconds();
    }
    return turns;
  }

  /** Seconds until the last trip is done; 0 for who has none. */
  long endSeconds() {
    return trips.isEmpty()
        ? 0
        : crew.fromSeconds() + trips.stream().mapToLong(TripWork::seconds).sum();
  }

  /**
   * What the trips add to the square of the picker's end, in seconds times hours; what the picker
   * has to do before them counts, but is nobody's to change.
   */
  long load() {
    long end = endSeconds();
    long from = trips.isEmpty() ? 0 : crew.fromSeconds();
    return (end * end - from * from) / SECONDS_PER_HOUR;
  }
}
