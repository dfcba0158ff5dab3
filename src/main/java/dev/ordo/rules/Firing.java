package dev.ordo.rules;

import org.jspecify.annotations.Nullable;

/**
 * One rule that fired.
 *
 * @param rule its name, a sentence
 * @param verdict what it said, null if it said nothing
 */
public record Firing(String rule, @Nullable Verdict verdict) {}
