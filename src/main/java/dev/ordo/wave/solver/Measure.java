package dev.ordo.wave.solver;

import dev.ordo.site.Layout;
import dev.ordo.site.Walking;
import java.util.Collection;

/** Lengths of best walks on one floor, the ones the search counts with. Serves one thread. */
public final class Measure {
  private final Guide guide;

  /**
   * @param stops all that will ever be asked for
   */
  public Measure(Layout layout, Walking walking, Collection<Stop> stops) {
    guide = Ground.of(layout, walking, stops).guide();
  }

  /** Metres of a closed walk from the depot through all stops; 0 for none. */
  public double metres(Collection<Stop> stops) {
    return guide.metres(stops);
  }
}
