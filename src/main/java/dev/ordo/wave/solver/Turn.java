package dev.ordo.wave.solver;

import java.util.Map;

/**
 * One trip in one picker's hands, from when to when; all in seconds from now.
 *
 * @param number the trip's number in its wave, as {@link TripWork#number()}
 */
public record Turn(Crew crew, TripWork trip, long from, long until) {
  String picker() {
    return crew.picker();
  }

  int number() {
    return trip.number();
  }

  /** Skills the trip asks for that the picker lacks. */
  long missingSkills() {
    return trip.needs().stream().filter(need -> !crew.skills().contains(need)).count();
  }

  /** Seconds of the trip that lie after the end of the picker's shift. */
  long afterShift() {
    return Math.min(trip.seconds(), Math.max(0, until - crew.untilSeconds()));
  }

  long afterCutOff() {
    return Math.max(0, until - trip.dueInSeconds());
  }

  long afterPromise() {
    return Math.max(0, until - trip.promisedInSeconds());
  }

  /** Stops in zones that are not home to the picker. */
  int strangeStops() {
    return crew.homeZones().isEmpty()
        ? 0
        : trip.stopsByZone().entrySet().stream()
            .filter(zone -> !crew.homeZones().contains(zone.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
  }

  /**
   * Seconds two pickers are expected to be in the same aisle, as if each spent equal time in every
   * aisle of the trip.
   */
  long crowdedSeconds(Turn other) {
    long together = Math.min(until, other.until) - Math.max(from, other.from);
    if (together <= 0 || trip.aisles().isEmpty() || other.trip.aisles().isEmpty()) {
      return 0;
    }
    long shared = trip.aisles().stream().filter(other.trip.aisles()::contains).count();
    return together
        * shared
        / ((long) trip.aisles().size() * Math.max(1, other.trip.aisles().size()));
  }
}
