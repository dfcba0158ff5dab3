package dev.ordo.wave.solver;

/**
 * A spot of a free floor that a trip must come to.
 *
 * @param spot its number in the {@link Network}
 */
public record Visit(int spot) {}
