package dev.ordo.shipping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param senderPhone phone number of the sender on waybills
 * @param pickupEvery how often carriers collect, business time; they also collect at their cut-off
 */
@ConfigurationProperties("ordo.shipping")
record ShippingSettings(
    @DefaultValue("400-000-0000") String senderPhone, @DefaultValue("2h") Duration pickupEvery) {}
