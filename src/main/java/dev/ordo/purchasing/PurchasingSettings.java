package dev.ordo.purchasing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How careful and how far ahead we buy.
 *
 * @param serviceFactor standard deviations kept as safety stock; 1.65 covers 95 % of lead times
 * @param shortWeight weight of the 30-day mean against the 90-day mean, 0 to 1
 * @param coverDays days of demand one purchase shall last beyond its lead time
 * @param defaultLeadDays lead time of articles without supplier terms
 */
@ConfigurationProperties("ordo.purchasing")
record PurchasingSettings(
    @DefaultValue("1.65") double serviceFactor,
    @DefaultValue("0.6") double shortWeight,
    @DefaultValue("14") int coverDays,
    @DefaultValue("15") int defaultLeadDays) {}
