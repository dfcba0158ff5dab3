package dev.ordo.wave.solver;

import java.util.Set;

/**
 * One consignment to pick, never torn over trips.
 *
 * @param number its place in the wave, from 0
 * @param consignment its id
 * @param stops the cells its goods lie in
 * @param load the room it takes on a trolley
 */
public record Job(int number, long consignment, Set<Stop> stops, Load load) {
  public Job {
    stops = Set.copyOf(stops);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(consignment);
  }
}
