package dev.ordo.rules;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long rules may take.
 *
 * @param decisionLimit time of one CPU after which a decision is taken to hang; honest ones take
 *     microseconds
 */
@ConfigurationProperties("ordo.rules")
record WatchdogSettings(@DefaultValue("1s") Duration decisionLimit) {}
