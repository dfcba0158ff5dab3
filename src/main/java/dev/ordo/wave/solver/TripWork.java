package dev.ordo.wave.solver;

import dev.ordo.site.Skill;
import java.util.Map;
import java.util.Set;

/**
 * A planned trip as work for a person.
 *
 * @param number the trip's number in its wave, from 0
 * @param seconds walking, handling and set-up together
 * @param dueInSeconds until the earliest carrier cut-off of what it carries; may be past
 * @param promisedInSeconds until the earliest promised dispatch of what it carries; may be past
 * @param urgency how much a late second counts, from 1; the highest of what it carries
 * @param needs what a person must be trained for to walk it
 * @param stopsByZone how many stops it has in each storage zone
 * @param aisles the aisles it visits
 */
public record TripWork(
    int number,
    long seconds,
    long dueInSeconds,
    long promisedInSeconds,
    int urgency,
    Set<Skill> needs,
    Map<String, Integer> stopsByZone,
    Set<Integer> aisles) {
  public TripWork {
    needs = Set.copyOf(needs);
    stopsByZone = Map.copyOf(stopsByZone);
    aisles = Set.copyOf(aisles);
  }

  /** A trip anybody may walk, promised for when the carrier leaves. */
  TripWork(int number, long seconds, long dueInSeconds) {
    this(number, seconds, dueInSeconds, dueInSeconds, 1, Set.of(), Map.of(), Set.of());
  }
}
