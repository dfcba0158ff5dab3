package dev.ordo.wave;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long work on a trip takes, and how early a cut-off makes a wave.
 *
 * @param metresPerSecond walking speed with a trolley
 * @param setupSeconds to begin and end a trip
 * @param secondsPerUnit to find, take and scan one unit
 * @param revising time to search trips anew in a wave that is being picked
 * @param shortPatience how long units that no slot held may be looked for
 * @param cutOffMargin a wave is formed when a carrier leaves this soon
 * @param splitFrom waves of fewer consignments are not split by zone or velocity
 * @param metresPerConsignment walked for one consignment of a wave, before a plan tells
 * @param riskHorizon deadlines further away are at no risk yet
 * @param riskMargin a wave is formed so long before it would be too late to pick what waits
 * @param hotPicks class A articles that were picked so often in the last 30 days are hot
 * @param rushPatience a wave for a deadline waits so long for company, so that a day that is late
 *     anyway does not fall apart into waves of one order
 */
@ConfigurationProperties("ordo.wave")
record WaveSettings(
    @DefaultValue("1.0") double metresPerSecond,
    @DefaultValue("120") long setupSeconds,
    @DefaultValue("5") long secondsPerUnit,
    @DefaultValue("2500ms") Duration revising,
    @DefaultValue("30m") Duration shortPatience,
    @DefaultValue("90m") Duration cutOffMargin,
    @DefaultValue("30") int splitFrom,
    @DefaultValue("15") double metresPerConsignment,
    @DefaultValue("4h") Duration riskHorizon,
    @DefaultValue("15m") Duration riskMargin,
    @DefaultValue("200") long hotPicks,
    @DefaultValue("10m") Duration rushPatience) {

  /** What consignments that wait will take one person, by rule of thumb. */
  long roughSeconds(int consignments, int units) {
    return seconds(consignments * metresPerConsignment, units);
  }

  long seconds(double metres, int units) {
    return setupSeconds + Math.round(metres / metresPerSecond) + units * secondsPerUnit;
  }
}
