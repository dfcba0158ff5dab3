package dev.ordo.rules;

/**
 * The newest decision of a point about one subject.
 *
 * @param facts as stored, see {@link Release#facts(String)}
 * @param firings as stored, see {@link Release#firings(String)}
 */
public record LastDecision(
    long subject, long decision, String release, String facts, String firings) {}
