package dev.ordo.channel;

import java.time.Instant;

/**
 * How the pulling of one shop goes.
 *
 * @param pulledTo business time up to which all changes are here
 * @param orders versions of orders taken so far
 * @param trouble why the last pull failed, empty if it went well
 */
public record PullState(
    String shop, Instant pulledTo, Instant dueAt, long orders, String trouble) {}
