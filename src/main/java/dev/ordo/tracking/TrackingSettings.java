package dev.ordo.tracking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Business times.
 *
 * @param pollEvery how often a carrier is asked about a parcel that moves
 * @param pollSlowly how often about one without a scan for a day
 * @param checkEvery how often the alert rules look at a parcel that nothing happens to
 */
@ConfigurationProperties("ordo.tracking")
record TrackingSettings(
    @DefaultValue("2h") Duration pollEvery,
    @DefaultValue("6h") Duration pollSlowly,
    @DefaultValue("1h") Duration checkEvery) {}
