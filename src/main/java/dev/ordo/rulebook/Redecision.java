package dev.ordo.rulebook;

import java.math.BigDecimal;

/**
 * One subject of a recall.
 *
 * @param decision the decision that is called back
 * @param state WAITING, APPLIED or GONE
 */
public record Redecision(
    long subject,
    long decision,
    String shop,
    BigDecimal amount,
    String before,
    String after,
    String state) {
  boolean differs() {
    return !before.equals(after);
  }
}
