package dev.ordo.site;

/**
 * What a picker pushes, with what it can carry.
 *
 * @param totes places for totes, 1 to 100
 * @param volumeMm3 usable volume of all totes together, cubic millimetres
 * @param weightG greatest load, grams
 */
public record Trolley(String warehouse, String code, int totes, long volumeMm3, long weightG) {}
