package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.site.Location;
import dev.ordo.wave.solver.Stop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Writes the picks of one trip in the order of its route. */
record PickSheet(Map<String, Location> locations, List<Stop> route, LongSupplier ids) {

  private record Draft(
      int place, int tote, Consignment consignment, Consignment.Line line, Consignment.Spot spot) {
    String stop() {
      return spot.location() + " " + line.sku();
    }
  }

  /** The picks of these portions; the first has tote 1 unless all share one. */
  List<Pick> picks(long trip, long wave, PickMethod method, List<Portion> portions) {
    Map<Stop, Integer> places = new HashMap<>();
    route.forEach(stop -> places.putIfAbsent(stop, places.size()));
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < portions.size(); i++) {
      Consignment consignment = portions.get(i).consignment();
      int tote = method.isBulk() ? 1 : i + 1;
      for (Consignment.Line line : portions.get(i).lines()) {
        line.places()
            .forEach(s -> drafts.add(new Draft(place(places, s), tote, consignment, line, s)));
      }
    }
    drafts.sort(
        Comparator.comparingInt(Draft::place)
            .thenComparing(Draft::stop)
            .thenComparingInt(Draft::tote));
    Map<String, Integer> sequence = new HashMap<>();
    List<Pick> picks = new ArrayList<>();
    for (Draft draft : drafts) {
      int stop = sequence.computeIfAbsent(draft.stop(), s -> sequence.size() + 1);
      picks.add(pick(trip, wave, stop, draft));
    }
    return picks;
  }

  /** Where on the route a spot comes; what the layout does not know comes last. */
  private int place(Map<Stop, Integer> places, Consignment.Spot spot) {
    Location location = locations.get(spot.location());
    return location == null
        ? Integer.MAX_VALUE
        : places.getOrDefault(PickGroup.stop(location), Integer.MAX_VALUE);
  }

  private Pick pick(long trip, long wave, int sequence, Draft draft) {
    Location location = locations.get(draft.spot.location());
    return new Pick(
        ids.getAsLong(),
        trip,
        wave,
        sequence,
        draft.spot.location(),
        location == null ? "" : location.slot(),
        draft.line.sku(),
        draft.line.name(),
        Objects.requireNonNullElse(draft.spot.batch(), ""),
        draft.spot.qty(),
        0,
        PickStatus.OPEN,
        draft.consignment.id(),
        draft.line.id(),
        draft.tote,
        Lack.NONE);
  }
}
