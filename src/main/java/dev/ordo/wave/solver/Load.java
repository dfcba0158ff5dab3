package dev.ordo.wave.solver;

/**
 * What takes room on a trolley, or the room a trolley has.
 *
 * @param totes whole totes
 * @param volumeMm3 cubic millimetres
 * @param weightG grams
 */
public record Load(int totes, long volumeMm3, long weightG) {
  public static final Load NOTHING = new Load(0, 0, 0);

  public Load plus(Load other) {
    return new Load(totes + other.totes, volumeMm3 + other.volumeMm3, weightG + other.weightG);
  }

  public boolean fitsIn(Load room) {
    return overIn(room) == 0;
  }

  /**
   * By how many thousandths of the room this is too much, over all three measures; 0 if it fits.
   */
  long overIn(Load room) {
    return over(totes, room.totes) + over(volumeMm3, room.volumeMm3) + over(weightG, room.weightG);
  }

  private static long over(long need, long room) {
    return need <= room ? 0 : Math.max(1, (need - room) * 1000 / Math.max(1, room));
  }
}
