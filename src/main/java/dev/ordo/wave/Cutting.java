package dev.ordo.wave;

import dev.ordo.catalog.Product;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignment.Line;
import dev.ordo.fulfilment.Consignment.Spot;
import dev.ordo.site.Location;
import dev.ordo.wave.solver.Load;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts a consignment that is too much for one trip into parts, in the order of the aisles. */
record Cutting(PlanFacts facts) {
  private record Piece(Line line, Spot spot, @Nullable Location at) {
    int block() {
      return at == null ? Integer.MAX_VALUE : at.block();
    }

    int aisle() {
      return at == null ? Integer.MAX_VALUE : at.aisle();
    }

    int cell() {
      return at == null ? Integer.MAX_VALUE : at.cell();
    }
  }

  /** Lines with the places of each part; a unit larger than the room is a part of its own. */
  List<List<Line>> cut(Consignment consignment, Load room, int mostSpots) {
    List<List<Line>> parts = new ArrayList<>();
    Part part = new Part(room, mostSpots);
    for (Piece piece : pieces(consignment)) {
      Load unit = unit(consignment, piece.line.sku());
      int left = piece.spot.qty();
      while (left > 0) {
        int taken = part.take(piece, unit, left);
        left -= taken;
        if (left > 0) {
          parts.add(part.lines());
          part = new Part(room, mostSpots);
        }
      }
    }
    parts.add(part.lines());
    return parts;
  }

  private List<Piece> pieces(Consignment consignment) {
    return consignment.lines().stream()
        .flatMap(
            line ->
                line.places().stream()
                    .map(spot -> new Piece(line, spot, facts.locations().get(spot.location()))))
        .sorted(
            Comparator.comparingInt(Piece::block)
                .thenComparingInt(Piece::aisle)
                .thenComparingInt(Piece::cell))
        .toList();
  }

  /** One unit; what the catalogue does not know is like the consignment's mean unit. */
  Load unit(Consignment consignment, String sku) {
    Product product = facts.products().get(sku);
    return product == null
        ? new Load(
            0,
            consignment.volumeMm3() / Math.max(1, consignment.units()),
            consignment.weightG() / Math.max(1, consignment.units()))
        : new Load(0, product.volumeMm3(), product.weightG());
  }

  static Line of(Line line, List<Spot> places) {
    return new Line(
        line.id(),
        line.orderId(),
        line.orderLineId(),
        line.shop(),
        line.platformNo(),
        line.lineNo(),
        line.sku(),
        line.name(),
        places.stream().mapToInt(Spot::qty).sum(),
        line.amount(),
        places);
  }

  /** A trip's worth of goods while it is filled. */
  private static final class Part {
    private final Load room;
    private final int mostSpots;
    private final Map<Line, List<Spot>> places = new LinkedHashMap<>();
    private long volume;
    private long weight;
    private int spots;

    Part(Load room, int mostSpots) {
      this.room = room;
      this.mostSpots = mostSpots;
    }

    int take(Piece piece, Load unit, int wanted) {
      if (spots >= mostSpots) {
        return 0;
      }
      long fit =
          Math.min(
              fitting(room.volumeMm3() - volume, unit.volumeMm3()),
              fitting(room.weightG() - weight, unit.weightG()));
      int taken = (int) Math.min(wanted, spots == 0 ? Math.max(1, fit) : fit);
      if (taken > 0) {
        places
            .computeIfAbsent(piece.line, line -> new ArrayList<>())
            .add(new Spot(piece.spot.location(), piece.spot.batch(), taken));
        volume += taken * unit.volumeMm3();
        weight += taken * unit.weightG();
        spots++;
      }
      return taken;
    }

    private static long fitting(long left, long each) {
      return each <= 0 ? Long.MAX_VALUE : Math.max(0, left) / each;
    }

    List<Line> lines() {
      return places.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
    }
  }
}
