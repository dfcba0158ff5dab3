package dev.ordo.wave.solver;

import java.util.List;

/**
 * A closed walk from the depot through all stops: on rectangular floors a shortest one.
 *
 * @param metres its length
 * @param stops the cells in the order they are reached, each once
 * @param path the walk on the floor plan, from depot to depot
 * @param least metres no such walk can go below
 */
public record Route(double metres, List<Stop> stops, List<Point> path, double least) {
  /** A spot on the floor plan: metres right of aisle 0 and behind the front cross aisle. */
  public record Point(double x, double y) {}

  /** A shortest walk. */
  Route(double metres, List<Stop> stops, List<Point> path) {
    this(metres, stops, path, metres);
  }

  public Route {
    stops = List.copyOf(stops);
    path = List.copyOf(path);
  }
}
