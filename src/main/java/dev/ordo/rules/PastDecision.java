package dev.ordo.rules;

import java.time.Instant;

/**
 * A stored decision as it is read by the thousand, not yet taken apart.
 *
 * @param facts as stored, see {@link Release#facts(String)}
 * @param firings as stored, see {@link Release#firings(String)}
 */
public record PastDecision(long id, String release, Instant at, String facts, String firings) {}
