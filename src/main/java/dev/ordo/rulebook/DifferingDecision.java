package dev.ordo.rulebook;

import java.math.BigDecimal;

/**
 * A live decision the two releases of a trial see differently.
 *
 * @param kind of the subject, such as ORDER
 * @param byCandidate whether the candidate decided for real
 * @param before outcome by the active release
 * @param after outcome by the candidate
 * @param rules that fired in the release that watched
 */
public record DifferingDecision(
    long decision,
    String kind,
    long subject,
    String shop,
    BigDecimal amount,
    boolean byCandidate,
    String before,
    String after,
    String rules) {}
