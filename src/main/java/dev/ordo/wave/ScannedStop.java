package dev.ordo.wave;

import dev.ordo.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The picks that a scan of a slot and of an article means.
 *
 * @param wanted picks to be taken, at least one unless all were called back
 * @param calledBack picks of consignments that were called back
 */
record ScannedStop(List<Pick> wanted, List<Pick> calledBack) {

  /**
   * @param trip all picks of the trip
   * @param item what was scanned, empty where there is nothing to scan
   * @param skuOf the SKU a scanned code means
   */
  static ScannedStop of(
      List<Pick> trip, String location, String item, UnaryOperator<String> skuOf) {
    List<Pick> here = trip.stream().filter(p -> p.location().equalsIgnoreCase(location)).toList();
    if (here.isEmpty()) {
      throw new Refusal("location", location, "Go to " + nextPlace(trip) + ".");
    }
    String expected =
        here.stream()
            .filter(p -> p.status() == PickStatus.OPEN)
            .findFirst()
            .orElse(here.getFirst())
            .sku();
    String sku = item.isEmpty() ? expected : skuOf.apply(item);
    List<Pick> stop = here.stream().filter(p -> p.sku().equalsIgnoreCase(sku)).toList();
    if (stop.isEmpty()) {
      throw new Refusal("item", item, "Take " + expected + " here.");
    }
    return new ScannedStop(
        stop.stream().filter(p -> p.status() != PickStatus.STRUCK).toList(),
        stop.stream().filter(p -> p.status() == PickStatus.STRUCK).toList());
  }

  private static String nextPlace(List<Pick> trip) {
    return trip.stream()
        .filter(p -> p.status() == PickStatus.OPEN)
        .map(Pick::location)
        .findFirst()
        .orElse("the end: the trip is done");
  }

  /** Where the stop is in the walk. */
  int sequence() {
    if (wanted.isEmpty()) {
      Pick gone = calledBack.getFirst();
      throw new Refusal("stop", gone.location(), "It was called back: go on with the next one.");
    }
    return wanted.getFirst().sequence();
  }

  /** Fills the totes in order with what was found. */
  List<Pick> filled(Picking.Found found) {
    int all = units(wanted);
    if (found.qty() < 0 || found.qty() > all + units(calledBack)) {
      throw new Refusal("qty", found.qty(), "Take " + all + ".");
    }
    if (found.qty() < all && found.lack() == Lack.NONE) {
      throw new Refusal(
          "qty", found.qty(), "Take " + all + ", or report the rest as missing or damaged.");
    }
    if (found.qty() >= all && all > 0 && found.lack() != Lack.NONE) {
      throw new Refusal(
          "lack", found.lack(), "All " + all + " are in hand: say how many there are, or confirm.");
    }
    if (found.qty() < wanted.stream().mapToInt(Pick::picked).sum()) {
      throw new Refusal("picked", found.qty(), "More than that is in the totes already.");
    }
    List<Pick> filled = new ArrayList<>();
    int left = found.qty();
    for (Pick pick : wanted) {
      int picked = Math.min(left, pick.qty());
      left -= picked;
      filled.add(
          picked == pick.qty()
              ? pick.with(picked, PickStatus.PICKED, Lack.NONE)
              : pick.with(picked, PickStatus.SHORT, found.lack()));
    }
    return filled;
  }

  /** What was taken beyond that was called back meanwhile: of each more than was known. */
  List<Pick> takenTooLate(Picking.Found found) {
    List<Pick> taken = new ArrayList<>();
    int left = found.qty() - units(wanted);
    for (Pick pick : calledBack) {
      int picked = Math.clamp(left, 0, pick.qty());
      left -= picked;
      if (picked > pick.picked()) {
        taken.add(pick.with(picked, PickStatus.STRUCK, Lack.NONE));
      }
    }
    return taken;
  }

  private static int units(List<Pick> picks) {
    return picks.stream().mapToInt(Pick::qty).sum();
  }
}
