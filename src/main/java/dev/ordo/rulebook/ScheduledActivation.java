package dev.ordo.rulebook;

import java.time.Instant;

/**
 * An activation to come.
 *
 * @param dueAt business time
 */
public record ScheduledActivation(
    long id, String point, String hash, String actor, String why, Instant dueAt) {}
