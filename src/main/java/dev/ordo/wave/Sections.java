package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignment.Line;
import dev.ordo.fulfilment.Consignment.Spot;
import dev.ordo.site.Location;
import dev.ordo.site.WaveSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * How a wave is split so that several people pick it side by side; what is torn comes together
 * again at the wall.
 *
 * @param by what the wave is split by
 * @param sectionOf the section units of a line at a place belong to
 */
record Sections(WaveSplit by, BiFunction<Line, Spot, String> sectionOf) {
  /** Everything may share trips. */
  static final Sections ONE = new Sections(WaveSplit.NONE, (line, spot) -> "");

  /** By storage zone; what the layout does not know is a section of its own. */
  static Sections zones(Map<String, Location> locations) {
    return new Sections(
        WaveSplit.ZONE,
        (line, spot) -> {
          Location location = locations.get(spot.location());
          return location == null ? "" : location.zone();
        });
  }

  /**
   * @param classes velocity class by SKU; what is missing is slow
   */
  static Sections velocity(Map<String, String> classes) {
    return new Sections(
        WaveSplit.VELOCITY, (line, spot) -> classes.getOrDefault(line.sku(), Velocity.SLOW));
  }

  /** The lines of a consignment by section, each with its places there. */
  Map<String, List<Line>> of(Consignment consignment) {
    Map<String, List<Line>> bySection = new TreeMap<>();
    for (Line line : consignment.lines()) {
      Map<String, List<Spot>> places = new TreeMap<>();
      line.places()
          .forEach(
              spot ->
                  places
                      .computeIfAbsent(sectionOf.apply(line, spot), s -> new ArrayList<>())
                      .add(spot));
      places.forEach(
          (section, spots) ->
              bySection
                  .computeIfAbsent(section, s -> new ArrayList<>())
                  .add(spots.size() == line.places().size() ? line : Cutting.of(line, spots)));
    }
    return bySection;
  }
}
