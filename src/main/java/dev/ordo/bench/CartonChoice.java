package dev.ordo.bench;

import dev.ordo.catalog.Carton;
import dev.ordo.catalog.Filler;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses cartons and filler for a load: the one carton that costs least with its filler, or, where
 * none takes all, cartons filled one after the other. What no carton takes ships as it is.
 */
final class CartonChoice {
  private record Candidate(Carton carton, Padding padding) {
    BigDecimal cost() {
      return carton.cost().add(padding.cost());
    }
  }

  private final List<Carton> cartons;
  private final List<Filler> fillers;
  private final int fillAbovePercent;
  private final Fit fit;

  CartonChoice(List<Carton> cartons, List<Filler> fillers, int fillAbovePercent, Fit fit) {
    this.cartons = cartons;
    this.fillers = fillers;
    this.fillAbovePercent = fillAbovePercent;
    this.fit = fit;
  }

  PackingAdvice advise(List<Piece> pieces) {
    List<PackedBox> boxes = new ArrayList<>();
    List<Piece> boxed = new ArrayList<>();
    for (Piece piece : pieces) {
      if (largestFor(piece).isPresent()) {
        boxed.add(piece);
      } else {
        boxes.addAll(Collections.nCopies(piece.qty(), asItIs(piece)));
      }
    }
    Load rest = Load.of(boxed);
    while (!rest.isEmpty()) {
      rest = packSome(rest, boxes);
    }
    return new PackingAdvice(boxes, fit.estimated());
  }

  private Load packSome(Load load, List<PackedBox> boxes) {
    Optional<PackedBox> whole = cheapest(load);
    if (whole.isPresent()) {
      boxes.add(whole.get());
      return load.without(load.units());
    }
    Piece front = load.pieces().getFirst();
    Carton largest = largestFor(front).orElseThrow();
    Load filled = load.first(most(load, largest));
    int times = filled.pieces().size() == 1 ? front.qty() / filled.units() : 1;
    PackedBox box =
        cheapest(filled).orElseGet(() -> box(filled, largest, padding(filled, largest)));
    boxes.addAll(Collections.nCopies(times, box));
    return load.without(filled.units() * times);
  }

  /** How many units from the front the largest carton takes; at least one, which always fits. */
  private int most(Load load, Carton largest) {
    int fits = 1;
    int fails = load.units() + 1;
    while (fails - fits > 1) {
      int middle = fits + (fails - fits) / 2;
      if (fit.fits(load.first(middle).pieces(), largest)) {
        fits = middle;
      } else {
        fails = middle;
      }
    }
    return fits;
  }

  private Optional<Carton> largestFor(Piece piece) {
    return cartons.stream()
        .filter(carton -> fit.fits(List.of(piece.withQty(1)), carton))
        .max(Comparator.comparingLong(Carton::volumeMm3));
  }

  private Optional<PackedBox> cheapest(Load load) {
    return cartons.stream()
        .filter(carton -> carton.volumeMm3() >= load.volumeMm3())
        .map(carton -> new Candidate(carton, padding(load, carton)))
        .sorted(
            Comparator.comparing(Candidate::cost)
                .thenComparing(c -> c.carton.volumeMm3())
                .thenComparing(c -> c.carton.code()))
        .filter(candidate -> fit.fits(load.pieces(), candidate.carton))
        .findFirst()
        .map(candidate -> box(load, candidate.carton, candidate.padding));
  }

  private Padding padding(Load load, Carton carton) {
    return Padding.of(
        carton.volumeMm3() - load.volumeMm3(),
        carton.volumeMm3(),
        load.delicate(),
        fillAbovePercent,
        fillers);
  }

  static PackedBox box(Load load, Carton carton, Padding padding) {
    return new PackedBox(
        carton.code(),
        carton.cost().setScale(4, RoundingMode.HALF_UP),
        padding.filler(),
        padding.units(),
        padding.cost(),
        Math.toIntExact(load.weightG() + carton.tareG() + padding.weightG()),
        load.contents());
  }

  private static PackedBox asItIs(Piece piece) {
    return unboxed(new Load(List.of(piece.withQty(1))));
  }

  /** Goods in their own packaging. */
  static PackedBox unboxed(Load load) {
    return new PackedBox(
        "",
        Padding.NONE.cost(),
        "",
        0,
        Padding.NONE.cost(),
        Math.toIntExact(load.weightG()),
        load.contents());
  }
}
