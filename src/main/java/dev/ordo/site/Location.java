package dev.ordo.site;

/**
 * A place goods lie in, found by its printed code and by its cell in the layout.
 *
 * @param code printed on the shelf, unique in the warehouse
 * @param aisle from 0
 * @param block from 0, front to back
 * @param cell from 0, next to the block's front cross aisle
 * @param side shelf side and level, for example L or R2
 * @param zone storage zone, for example AMBIENT or COLD
 */
public record Location(
    String warehouse, String code, int aisle, int block, int cell, String side, String zone) {

  /** The cell in the form aisle.block.cell.side. */
  public String slot() {
    return aisle + "." + block + "." + cell + "." + side;
  }

  /** The same in another cell. */
  Location in(int otherCell) {
    return new Location(warehouse, code, aisle, block, otherCell, side, zone);
  }
}
