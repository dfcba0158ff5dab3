package dev.ordo.site;

import org.jspecify.annotations.Nullable;

/**
 * A slot as somebody wants it, every value still as it was written; a place is given by aisle,
 * block and cell, or by coordinates.
 *
 * @param at where it was written, for example {@code row 12}, so that a fault can name it
 * @param side shelf side and level; derived from x where it is missing
 * @param x metres from the centre line of aisle 0
 * @param y metres from the front cross aisle
 */
public record SlotDraft(
    String at,
    @Nullable String code,
    @Nullable String aisle,
    @Nullable String block,
    @Nullable String cell,
    @Nullable String side,
    @Nullable String zone,
    @Nullable String x,
    @Nullable String y) {

  /** A slot that is there already. */
  public static SlotDraft of(Location l) {
    return new SlotDraft(
        l.code(),
        l.code(),
        String.valueOf(l.aisle()),
        String.valueOf(l.block()),
        String.valueOf(l.cell()),
        l.side(),
        l.zone(),
        null,
        null);
  }
}
