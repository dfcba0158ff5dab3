package dev.ordo.wave;

import java.util.List;
import java.util.Set;

/**
 * Why a trip is as it is: what each consignment on it costs here and what it would cost elsewhere.
 *
 * @param metres of its best walk, measured anew from what is picked on it
 * @param fullTotes percent of the trolley's totes taken, 0 and more; 0 where goods share totes
 * @param fullVolume percent of the trolley's volume
 * @param fullWeight percent of what the trolley carries
 */
public record TripReasons(
    int trip,
    PickMethod method,
    double metres,
    int fullTotes,
    int fullVolume,
    int fullWeight,
    List<Member> members) {
  public TripReasons {
    members = List.copyOf(members);
  }

  /**
   * A consignment, or the part of it, that this trip takes.
   *
   * @param alone metres if it were walked for by itself
   * @param adds metres the trip would be shorter without it
   * @param shared other consignments of the trip with goods in the same aisles
   * @param moves where else it could go, what costs least first
   */
  public record Member(
      long consignment,
      int units,
      int stops,
      double alone,
      double adds,
      int shared,
      Set<Integer> aisles,
      List<Move> moves) {
    public Member {
      aisles = Set.copyOf(aisles);
      moves = List.copyOf(moves);
    }

    /** What moving it would save or cost at the least where it is possible. */
    public java.util.Optional<Move> cheapest() {
      return moves.stream().filter(move -> move.bar() == Bar.NONE).findFirst();
    }
  }

  /**
   * The consignment on another trip.
   *
   * @param metres by which all walks together would be longer; negative if shorter
   */
  public record Move(int trip, double metres, Bar bar) {}

  /** Why a consignment cannot go on a trip. */
  public enum Bar {
    NONE,
    /** The trolley has no tote, volume or strength left. */
    FULL,
    /** Somebody walks it, or has walked it. */
    BEGUN,
    /** Its picker need not be trained for these goods. */
    SKILL,
    /** A person keeps something where it is, on this trip or on that one. */
    KEPT,
    /** The wave is split, and the goods lie in another part of the floor. */
    SECTION
  }
}
