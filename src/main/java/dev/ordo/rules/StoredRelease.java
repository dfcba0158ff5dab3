package dev.ordo.rules;

import java.time.Instant;

/**
 * A release as it is stored.
 *
 * @param hash its content address
 * @param author who made it; "files" for changed files
 * @param active whether it decides now
 */
public record StoredRelease(String hash, Instant createdAt, String author, boolean active) {}
