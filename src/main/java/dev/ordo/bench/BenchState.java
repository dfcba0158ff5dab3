package dev.ordo.bench;

import dev.ordo.fulfilment.ConsignmentStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a consignment is at the bench.
 *
 * @param id decimal id
 * @param number the printed id
 * @param advice how to pack it, empty until it is checked
 */
public record BenchState(
    String id,
    String number,
    ConsignmentStatus status,
    Next next,
    List<Line> lines,
    List<Fault> faults,
    List<PackedBox> advice,
    List<Box> boxes) {

  /** What to do now. */
  public enum Next {
    /** Scan the articles, then close the check. */
    SCAN,
    /** Everything is there: close the check. */
    CHECK,
    /** Take out what does not belong there and scan it out. */
    REMOVE,
    PACK,
    WEIGH,
    /** The bench is done with it. */
    TAKE_AWAY,
    /** Touch nothing, ask the lead: it is not, or no longer, for this bench. */
    STOP
  }

  /** An article that belongs into the parcel. */
  public record Line(
      String sku, String nameZh, String nameEn, String imageUrl, int expected, int present) {}

  /**
   * An article that is not as it should be.
   *
   * @param kind WRONG, EXTRA or MISSING
   */
  public record Fault(String kind, String sku, String nameZh, String nameEn, int qty) {}

  /**
   * A packed box.
   *
   * @param weightG what the scale said, null before
   * @param allowedG grams it may be off either way
   */
  public record Box(
      int seq, PackedBox packed, @Nullable Integer weightG, int allowedG, boolean right) {}
}
