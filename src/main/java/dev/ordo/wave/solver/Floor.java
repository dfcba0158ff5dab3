package dev.ordo.wave.solver;

import dev.ordo.site.Layout;
import dev.ordo.site.Walking;
import java.util.Collection;

/**
 * A layout made ready for walking: lengths, depot links closed over the cross aisle, and sets of
 * cells as bits. Immutable; each thread walks it with its own {@link Walk}.
 */
public final class Floor implements Ground {
  final int aisles;
  final int blocks;
  final int wordsPerPart;
  final double aisleToAisle;
  final double[] blockLength;
  final double[][] cellAt;
  final int depotCrossAisle;

  /** Metres between depot and each aisle head by links and cross aisle. */
  final double[] depotTo;

  /** The aisle whose own link the way to a head uses. */
  final int[] depotVia;

  final boolean freeDepot;
  final RouteStates states;
  final Sweep sweep;
  final Layout layout;

  /** Whether nobody turns back inside a part of an aisle. */
  final boolean through;

  /** Walked by the shortest way. */
  public Floor(Layout layout) {
    this(layout, Walking.SHORTEST);
  }

  public Floor(Layout layout, Walking walking) {
    this.layout = layout;
    through = walking == Walking.THROUGH;
    aisles = layout.aisles();
    blocks = layout.blocks();
    aisleToAisle = layout.aisleToAisle();
    blockLength = new double[blocks];
    cellAt = new double[blocks][];
    int mostCells = 0;
    for (int block = 0; block < blocks; block++) {
      blockLength[block] = layout.blockLength(block);
      cellAt[block] = new double[layout.cellsPerBlock().get(block)];
      for (int cell = 0; cell < cellAt[block].length; cell++) {
        cellAt[block][cell] = layout.positionInBlock(cell);
      }
      mostCells = Math.max(mostCells, cellAt[block].length);
    }
    wordsPerPart = (mostCells + 63) / 64;
    depotCrossAisle = layout.depot().crossAisle();
    depotTo = new double[aisles];
    depotVia = new int[aisles];
    closeLinks();
    freeDepot = layout.depot().links().size() > 1;
    states = RouteStates.of(blocks + 1, freeDepot, freeDepot && noShortcutThroughDepot());
    sweep = new Sweep(this);
  }

  private void closeLinks() {
    for (int aisle = 0; aisle < aisles; aisle++) {
      depotTo[aisle] = Double.MAX_VALUE;
      for (Layout.Link link : layout.depot().links()) {
        double metres = link.distance() + Math.abs(link.aisle() - aisle) * aisleToAisle;
        if (metres < depotTo[aisle]) {
          depotTo[aisle] = metres;
          depotVia[aisle] = link.aisle();
        }
      }
    }
  }

  private boolean noShortcutThroughDepot() {
    for (int a = 0; a < aisles; a++) {
      for (int b = a + 1; b < aisles; b++) {
        if (depotTo[a] + depotTo[b] < (b - a) * aisleToAisle - 1e-9) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public int words() {
    return aisles * blocks * wordsPerPart;
  }

  /** The cells as bits: part by part (aisle, then block), cell by cell. */
  @Override
  public long[] bits(Collection<Stop> stops) {
    long[] bits = new long[words()];
    for (Stop stop : stops) {
      if (!layout.has(stop.aisle(), stop.block(), stop.cell())) {
        throw new IllegalArgumentException("The layout has no cell (%s).".formatted(stop));
      }
      int word = part(stop.aisle(), stop.block()) * wordsPerPart + stop.cell() / 64;
      bits[word] |= 1L << (stop.cell() % 64);
    }
    return bits;
  }

  @Override
  public Lanes lanes() {
    return sweep.new Lanes();
  }

  @Override
  public long millimetres(long units) {
    return sweep.millimetres(units);
  }

  @Override
  public double unitsPerMillimetre() {
    return sweep.unitsPerMillimetre();
  }

  @Override
  public Guide guide() {
    return new Walk(this);
  }

  /** Whether a part that begins at this word has no cell among the bits. */
  boolean empty(long[] bits, int from) {
    for (int word = from; word < from + wordsPerPart; word++) {
      if (bits[word] != 0) {
        return false;
      }
    }
    return true;
  }

  int part(int aisle, int block) {
    return aisle * blocks + block;
  }
}
