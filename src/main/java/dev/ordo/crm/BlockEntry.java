package dev.ordo.crm;

import java.time.Instant;

/**
 * One entry of the block list.
 *
 * @param hash keyed hash of the phone, the receiver key or the buyer key
 * @param hint masked form by which people recognise it
 */
public record BlockEntry(
    long id,
    BlockKind kind,
    String hash,
    String hint,
    Grade grade,
    String reason,
    String createdBy,
    Instant createdAt) {}
