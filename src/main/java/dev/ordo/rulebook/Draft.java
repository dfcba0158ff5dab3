package dev.ordo.rulebook;

import dev.ordo.rules.Sources;
import java.time.Instant;

/**
 * A change of rules on its way from the first edit to active and beyond.
 *
 * @param author who began it
 * @param base content address of the release it was copied from
 * @param sources all files of the point
 * @param hash content address: approvals and gate runs belong to it
 * @param version grows with every edit; whoever saves names the one they saw
 */
public record Draft(
    long id,
    String point,
    String title,
    String author,
    String base,
    Sources sources,
    String hash,
    Status status,
    int version,
    Instant updatedAt) {}
