package dev.ordo.wave;

import java.time.Instant;
import java.util.List;

/**
 * What policies would make of the consignments that wait in a warehouse.
 *
 * @param waiting how many consignments are planned with each policy
 * @param all how many wait; beyond what is planned those promised last are left out
 * @param progress 0 to 100
 * @param failed whether it ended before its time
 */
public record Study(
    String warehouse,
    Instant at,
    int waiting,
    int all,
    int progress,
    boolean failed,
    List<Outcome> outcomes) {

  /**
   * What one policy comes to.
   *
   * @param hours walking, handling and set-up of all trips
   * @param late consignments picked after their cut-off, or their promised dispatch without one
   * @param wallSlots the most slots of the seed wall one wave needs
   * @param planned consignments that were planned before time ran out; trips, metres, hours and
   *     late ones of the others are reckoned from these
   */
  public record Outcome(
      Policy policy,
      int waves,
      int trips,
      double metres,
      double hours,
      int late,
      int wallSlots,
      int planned) {

    /** The same figures for so many consignments. */
    Outcome reckonedFor(int consignments) {
      double times = (double) consignments / planned;
      return new Outcome(
          policy,
          waves,
          (int) Math.round(trips * times),
          metres * times,
          hours * times,
          (int) Math.round(late * times),
          wallSlots,
          planned);
    }
  }

  public boolean isRunning() {
    return progress < 100 && !failed;
  }

  Study at(int percent) {
    return new Study(warehouse, at, waiting, all, percent, failed, outcomes);
  }

  Study with(List<Outcome> found) {
    return new Study(warehouse, at, waiting, all, progress, failed, List.copyOf(found));
  }

  Study broken() {
    return new Study(warehouse, at, waiting, all, progress, true, outcomes);
  }
}
