package dev.ordo.carrier;

import java.math.BigDecimal;
import java.time.Instant;

/** A stored choice; bids are JSON of {@link CarrierChoice.Bid}. */
record PastChoice(
    long id,
    long consignmentId,
    long decisionId,
    Instant at,
    boolean measured,
    String carrier,
    BigDecimal freight,
    String bids) {}
