package dev.ordo.journey;

/**
 * Something that must always hold, contributed as a bean by the module that owns the data.
 *
 * @param says one sentence, e.g. "locked equals the sum of the open locks"
 * @param violations SQL that counts what breaks it; 0 means it holds
 */
public record Invariant(String says, String violations) {}
