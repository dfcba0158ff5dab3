package dev.ordo.channel;

import java.time.Instant;

/** A stretch of business time whose changes are asked for, both ends included. */
public record Window(Instant from, Instant to) {}
