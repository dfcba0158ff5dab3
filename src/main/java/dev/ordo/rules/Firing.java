package dev.ordo.rules;

import org.jspecify.annotations.Nullable;

/**
 * One rule that fired.
 *
 * @param rule its name, a sentence
 * @param verdict what it said, null if it said nothing
 * @param row row of the decision table's sheet, 0 where the rule is no table row
 */
public record Firing(String rule, @Nullable Verdict verdict, int row) {
  public Firing(String rule, @Nullable Verdict verdict) {
    this(rule, verdict, 0);
  }
}
