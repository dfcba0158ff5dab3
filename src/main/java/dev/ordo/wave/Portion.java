package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignment.Spot;
import dev.ordo.site.Skill;
import dev.ordo.wave.solver.Load;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one trip takes of a consignment: all of it, or a part where the consignment is torn.
 *
 * @param lines with the places this part is taken from
 * @param load the room it takes on a trolley
 * @param needs what a person must be trained for to take it
 * @param section portions of different sections share no trip; empty if the wave is not split
 */
record Portion(
    Consignment consignment,
    PickMethod method,
    List<Consignment.Line> lines,
    Load load,
    Set<Skill> needs,
    String section) {

  Stream<Spot> spots() {
    return lines.stream().flatMap(line -> line.places().stream());
  }

  int units() {
    return spots().mapToInt(Spot::qty).sum();
  }
}
