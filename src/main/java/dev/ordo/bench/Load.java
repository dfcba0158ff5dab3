package dev.ordo.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces to be packed together, the bulkiest first, so that a load can be cut into two. */
record Load(List<Piece> pieces) {
  static Load of(List<Piece> pieces) {
    return new Load(
        pieces.stream()
            .filter(piece -> piece.qty() > 0)
            .sorted(Comparator.comparingLong(Piece::volumeMm3).reversed().thenComparing(Piece::sku))
            .toList());
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  int units() {
    return pieces.stream().mapToInt(Piece::qty).sum();
  }

  long volumeMm3() {
    return pieces.stream().mapToLong(Piece::totalVolumeMm3).sum();
  }

  long weightG() {
    return pieces.stream().mapToLong(Piece::totalWeightG).sum();
  }

  boolean delicate() {
    return pieces.stream().anyMatch(Piece::delicate);
  }

  Map<String, Integer> contents() {
    Map<String, Integer> contents = new LinkedHashMap<>();
    pieces.forEach(piece -> contents.merge(piece.sku(), piece.qty(), Integer::sum));
    return contents;
  }

  /** The first so many units. */
  Load first(int units) {
    List<Piece> taken = new ArrayList<>();
    int left = units;
    for (Piece piece : pieces) {
      int qty = Math.min(left, piece.qty());
      if (qty > 0) {
        taken.add(piece.withQty(qty));
      }
      left -= qty;
    }
    return new Load(taken);
  }

  /** What is left without the first so many units. */
  Load without(int units) {
    List<Piece> kept = new ArrayList<>();
    int left = units;
    for (Piece piece : pieces) {
      int gone = Math.min(left, piece.qty());
      if (piece.qty() > gone) {
        kept.add(piece.withQty(piece.qty() - gone));
      }
      left -= gone;
    }
    return new Load(kept);
  }
}
