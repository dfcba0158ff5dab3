package dev.ordo.wave.facts;

/**
 * A consignment that is about to join a wave.
 *
 * @param lines article lines
 * @param units pieces over all lines
 * @param weightG expected weight of the goods, grams
 * @param volumeMm3 volume of the goods, cubic millimetres
 * @param oversize whether goods of class OVERSIZE are among them
 */
public record ConsignmentToPick(
    int lines, int units, int weightG, long volumeMm3, boolean oversize) {}
