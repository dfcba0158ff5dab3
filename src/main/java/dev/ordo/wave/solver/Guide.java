package dev.ordo.wave.solver;

import java.util.Collection;

/** Finds the way of one trip; serves one thread. */
interface Guide {
  /** Metres of a closed walk from the depot through all stops; 0 if there is nothing to reach. */
  double metres(Collection<Stop> stops);

  /** The walk itself. */
  Route route(Collection<Stop> stops);
}
