package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.site.Location;
import dev.ordo.site.Skill;
import dev.ordo.wave.solver.Job;
import dev.ordo.wave.solver.Load;
import dev.ordo.wave.solver.Stop;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Portions that may share trips, as jobs for the planner.
 *
 * @param needs what a person must be trained for to take any of them
 * @param jobs one for each portion, in the same order
 * @param rooms what the trolleys for this method carry
 */
record PickGroup(
    PickMethod method,
    String section,
    Set<Skill> needs,
    List<Portion> portions,
    List<Job> jobs,
    List<Load> rooms) {

  static Stream<Consignment.Spot> spots(Consignment consignment) {
    return consignment.lines().stream().flatMap(line -> line.places().stream());
  }

  static Stop stop(Location location) {
    return new Stop(location.aisle(), location.block(), location.cell());
  }
}
