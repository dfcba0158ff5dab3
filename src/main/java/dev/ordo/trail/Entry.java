package dev.ordo.trail;

/**
 * One sealed decision at its place in the order of sealing.
 *
 * @param hash of its record when it was sealed
 * @param mark first eight bytes of the chain's link after it: shows where in a block a chain broke
 */
record Entry(long id, String hash, long mark) {}
