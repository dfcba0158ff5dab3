package dev.ordo.rulebook;

import java.math.BigDecimal;

/** A past decision the candidate would have made otherwise. */
public record ChangedDecision(
    long decision, String shop, BigDecimal amount, String before, String after) {}
