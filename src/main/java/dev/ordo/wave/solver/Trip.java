package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;

/** One walk with one trolley; the search decides which jobs it carries. */
@PlanningEntity
public class Trip {
  @PlanningId private int number;
  private Load room = Load.NOTHING;
  @PlanningListVariable private List<Job> jobs = new ArrayList<>();

  /** For the search, which clones trips. */
  public Trip() {}

  Trip(int number, Load room) {
    this.number = number;
    this.room = room;
  }

  Trip(int number, Load room, List<Job> jobs) {
    this(number, room);
    this.jobs = new ArrayList<>(jobs);
  }

  Trip copy() {
    return new Trip(number, room, jobs);
  }

  public int number() {
    return number;
  }

  Load room() {
    return room;
  }

  Load load() {
    Load load = Load.NOTHING;
    for (Job job : jobs) {
      load = load.plus(job.load());
    }
    return load;
  }

  public List<Job> jobs() {
    return jobs;
  }

  @Override
  public String toString() {
    return "trip " + number;
  }
}
