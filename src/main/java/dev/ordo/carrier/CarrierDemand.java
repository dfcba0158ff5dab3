package dev.ordo.carrier;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/**
 * A consignment that needs a carrier.
 *
 * @param province two-digit division code of the receiver
 * @param weightG grams, expected or measured
 * @param measured whether the weight comes from a scale
 * @param appointed carrier the buyer asked for, empty for free choice
 */
public record CarrierDemand(
    long consignmentId,
    String warehouse,
    String province,
    int weightG,
    long volumeMm3,
    boolean measured,
    Set<String> goodsClasses,
    String appointed,
    Set<String> excluded,
    boolean cod,
    BigDecimal goodsAmount,
    Instant promisedAt) {}
