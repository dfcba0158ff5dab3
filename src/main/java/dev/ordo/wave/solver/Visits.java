package dev.ordo.wave.solver;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;

/** One trip over a free floor; the search decides in which order it comes to its spots. */
@PlanningEntity
public class Visits {
  @PlanningId private int number;
  @PlanningListVariable private List<Visit> order = new ArrayList<>();

  /** For the search, which clones it. */
  public Visits() {}

  Visits(List<Visit> order) {
    this.order = new ArrayList<>(order);
  }

  public List<Visit> order() {
    return order;
  }
}
