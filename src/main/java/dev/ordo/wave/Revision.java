package dev.ordo.wave;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changes in a wave.
 *
 * @param planned new trips
 * @param picks what is picked on them
 * @param replaced the trips they leave
 * @param reordered picks with their new places in walks that were begun
 * @param takers pickers of trips that were in nobody's hands, by trip
 * @param notes what is to be told of the wave from now on
 * @param baseline metres if every consignment of the wave were walked alone
 */
record Revision(
    List<WaveTrip> planned,
    List<Pick> picks,
    List<WaveTrip> replaced,
    List<Pick> reordered,
    Map<Long, String> takers,
    List<WaveNote> notes,
    double baseline) {

  Set<Long> gone() {
    return replaced.stream().map(WaveTrip::id).collect(Collectors.toSet());
  }
}
