package dev.ordo.rulebook;

import java.time.Instant;

/**
 * What another person said about one content of a draft.
 *
 * @param granted approved, or else refused
 * @param why in their words
 * @param voided whether an edit or a later word took it back
 */
public record Judgement(
    String hash, boolean granted, String person, String why, Instant at, boolean voided) {}
