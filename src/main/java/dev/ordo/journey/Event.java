package dev.ordo.journey;

import java.time.Instant;

/**
 * Something that happened, told to one watcher.
 *
 * @param lane events of one lane arrive in order
 * @param key the idempotency key of outside effects
 * @param at machine time of publishing
 * @param payload JSON
 */
public record Event(long id, String topic, String lane, String key, Instant at, String payload) {}
