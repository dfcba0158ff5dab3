package dev.ordo.crm;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One order in a customer's history. */
public record Purchase(
    long orderId,
    String shop,
    String platformNo,
    BigDecimal amount,
    String currency,
    Instant orderedAt,
    Instant shippedAt,
    @Nullable Instant deliveredAt) {}
