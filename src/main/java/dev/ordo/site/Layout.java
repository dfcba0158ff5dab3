package dev.ordo.site;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rectangular floor: parallel aisles cut into blocks by cross aisles. People walk the centre line
 * of an aisle and reach both sides from it; distances are metres. A free floor is a {@link Graph}
 * instead: its slots count as the cells of one aisle with one block, in the order they are listed.
 *
 * @param aisles 1 to 500 parallel aisles, numbered from 0
 * @param cellsPerBlock cells of one side of an aisle, one entry per block, front to back
 * @param aisleToAisle metres between the centre lines of neighbouring aisles
 * @param cellToCell metres between neighbouring cells of a block
 * @param frontCrossAisleToFirstCell metres from a block's front cross aisle to its cell 0
 * @param lastCellToBackCrossAisle metres from a block's last cell to the cross aisle behind it
 * @param depot where trips begin and end
 * @param graph the free floor; null if the floor is rectangular
 */
public record Layout(
    int aisles,
    List<Integer> cellsPerBlock,
    double aisleToAisle,
    double cellToCell,
    double frontCrossAisleToFirstCell,
    double lastCellToBackCrossAisle,
    Depot depot,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Graph graph) {

  /** With each block the exact walk tells apart more unfinished walks; here it ends. */
  public static final int EXACT_BLOCKS = 4;

  public static final int MOST_BLOCKS = 20;

  /**
   * Where trips begin and end: beside a cross aisle, joined to one or more aisle heads.
   *
   * @param crossAisle 0 is the front, the number of blocks the back
   */
  public record Depot(int crossAisle, List<Link> links) {
    public Depot {
      links = List.copyOf(links);
    }
  }

  /** A way of so many metres between the depot and the head of an aisle. */
  public record Link(int aisle, double distance) {}

  public Layout {
    cellsPerBlock = List.copyOf(cellsPerBlock);
  }

  /** A rectangular floor. */
  public Layout(
      int aisles,
      List<Integer> cellsPerBlock,
      double aisleToAisle,
      double cellToCell,
      double frontCrossAisleToFirstCell,
      double lastCellToBackCrossAisle,
      Depot depot) {
    this(
        aisles,
        cellsPerBlock,
        aisleToAisle,
        cellToCell,
        frontCrossAisleToFirstCell,
        lastCellToBackCrossAisle,
        depot,
        null);
  }

  /** A free floor. */
  public static Layout of(Graph graph) {
    Depot depot = new Depot(0, List.of(new Link(0, 0)));
    return new Layout(1, List.of(graph.slots().size()), 0, 0, 0, 0, depot, graph);
  }

  @JsonIgnore
  public int blocks() {
    return cellsPerBlock.size();
  }

  /**
   * Whether the shortest walks are known for sure; free floors and those of many blocks are walked
   * by good tours instead, whose gap is told.
   */
  @JsonIgnore
  public boolean isExact() {
    return graph == null && blocks() <= EXACT_BLOCKS;
  }

  /** Metres from a block's front cross aisle to the cross aisle behind it. */
  public double blockLength(int block) {
    return positionInBlock(cellsPerBlock.get(block) - 1) + lastCellToBackCrossAisle;
  }

  /** Metres from the block's front cross aisle to a cell of it. */
  public double positionInBlock(int cell) {
    return frontCrossAisleToFirstCell + cell * cellToCell;
  }

  /** Metres from the front cross aisle (0) to another cross aisle. */
  public double crossAisleAt(int crossAisle) {
    double metres = 0;
    for (int block = 0; block < crossAisle; block++) {
      metres += blockLength(block);
    }
    return metres;
  }

  /** Whether the layout has this cell. */
  public boolean has(int aisle, int block, int cell) {
    return aisle >= 0
        && aisle < aisles
        && block >= 0
        && block < blocks()
        && cell >= 0
        && cell < cellsPerBlock.get(block);
  }
}
