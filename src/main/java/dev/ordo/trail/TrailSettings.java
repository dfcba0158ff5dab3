package dev.ordo.trail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How decisions are kept and tried again.
 *
 * @param keep how long decisions are kept after the day they were sealed on; the anchors stay
 * @param replays how many decisions, taken at random, are asked again each night
 */
@ConfigurationProperties("ordo.trail")
record TrailSettings(@DefaultValue("3650d") Duration keep, @DefaultValue("1000") int replays) {}
