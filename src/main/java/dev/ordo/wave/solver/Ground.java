package dev.ordo.wave.solver;

import dev.ordo.site.Layout;
import dev.ordo.site.Walking;
import java.util.Collection;

/** A layout made ready for walking. Immutable; each thread has lanes and a guide of its own. */
sealed interface Ground permits Floor, Network {
  /** Walks that are measured together. */
  int LANES = 64;

  /**
   * @param stops all that will ever be asked for; rectangular floors know all their cells anyway
   */
  static Ground of(Layout layout, Walking walking, Collection<Stop> stops) {
    if (layout.isExact()) {
      return new Floor(layout, walking);
    }
    return layout.graph() == null ? new Network(layout, stops) : new Network(layout.graph(), stops);
  }

  /** Length of a set of cells in words. */
  int words();

  /** The cells as bits. */
  long[] bits(Collection<Stop> stops);

  Lanes lanes();

  long millimetres(long units);

  double unitsPerMillimetre();

  Guide guide();

  /** Working memory of one thread: first walks are laid in, then all are measured. */
  interface Lanes {
    /** Lays the cells of a walk, as bits, into a lane. */
    void lay(int lane, long[] bits);

    /** The lengths in units, lane by lane. */
    int[] measure();
  }
}
