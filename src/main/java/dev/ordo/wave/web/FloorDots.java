package dev.ordo.wave.web;

import dev.ordo.site.GraphPaths;
import dev.ordo.site.Layout;
import dev.ordo.site.Sites;
import dev.ordo.wave.Wave;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers the stops of a trip on the floor plan; templates call it {@code @floorDots}. */
@Component
public class FloorDots {
  /** The first stop at a cell. */
  public record Dot(double x, double y, int number) {}

  private final Sites sites;

  FloorDots(Sites sites) {
    this.sites = sites;
  }

  /** One dot per cell of the trip. */
  public List<Dot> of(Wave wave, TripView trip) {
    Layout layout = sites.warehouse(wave.warehouse()).layout();
    GraphPaths paths = layout.graph() == null ? null : new GraphPaths(layout.graph());
    TreeMap<String, Dot> dots = new TreeMap<>();
    for (StopView stop : trip.stops()) {
      String[] at = stop.slot().split("\\.", -1);
      if (at.length == 4 && isThere(layout, at)) {
        dots.putIfAbsent(
            at[0] + "." + at[1] + "." + at[2], dot(layout, paths, at, stop.sequence()));
      }
    }
    return new ArrayList<>(dots.values());
  }

  /** A floor that was rebuilt since may not have the cell any more. */
  private static boolean isThere(Layout layout, String[] at) {
    return layout.has(Integer.parseInt(at[0]), Integer.parseInt(at[1]), Integer.parseInt(at[2]));
  }

  private static Dot dot(Layout layout, @Nullable GraphPaths paths, String[] at, int number) {
    if (paths != null) {
      GraphPaths.Point point = paths.point(paths.spot(Integer.parseInt(at[2])));
      return new Dot(point.x(), point.y(), number);
    }
    double y =
        layout.crossAisleAt(Integer.parseInt(at[1]))
            + layout.positionInBlock(Integer.parseInt(at[2]));
    return new Dot(Integer.parseInt(at[0]) * layout.aisleToAisle(), y, number);
  }
}
