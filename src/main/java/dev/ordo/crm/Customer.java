package dev.ordo.crm;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A buyer of one merge scope, seen through masks.
 *
 * @param orders orders that left the house
 * @param amount their total, in the shops' currencies
 */
public record Customer(
    long id,
    String mergeScope,
    String buyerKey,
    String nameMask,
    String phoneMask,
    String region,
    String receiverKey,
    Instant firstOrderAt,
    Instant lastOrderAt,
    int orders,
    BigDecimal amount) {}
