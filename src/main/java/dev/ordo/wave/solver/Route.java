package dev.ordo.wave.solver;

import java.util.List;

/**
 * A shortest closed walk from the depot through all stops.
 *
 * @param metres its exact length
 * @param stops the cells in the order they are reached, each once
 * @param path the walk on the floor plan, from depot to depot
 */
public record Route(double metres, List<Stop> stops, List<Point> path) {
  /** A spot on the floor plan: metres right of aisle 0 and behind the front cross aisle. */
  public record Point(double x, double y) {}

  public Route {
    stops = List.copyOf(stops);
    path = List.copyOf(path);
  }
}
