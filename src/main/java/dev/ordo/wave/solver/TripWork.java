package dev.ordo.wave.solver;

/**
 * A planned trip as work for a person.
 *
 * @param number the trip's number in its wave, from 0
 * @param seconds walking, handling and set-up together
 * @param dueInSeconds until the earliest carrier cut-off of what it carries; may be past
 */
public record TripWork(int number, long seconds, long dueInSeconds) {}
