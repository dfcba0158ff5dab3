package dev.ordo.carrier;

import dev.ordo.shared.ServiceLevel;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * A company that brings parcels.
 *
 * @param code 2 to 20 of A-Z, 0-9, dash
 * @param protocol which of our protocols it speaks: SF, ZTO, YTO, JD, EMS
 * @param account our customer number there, e.g. the monthly card
 * @param credentialsRef name under {@code ordo.carrier.credentials} of key and secret
 * @param cutoff local time of the warehouse at which it leaves
 * @param volumetricDivisor cubic centimetres that count as one kilogram, e.g. 6000
 * @param maxWeightG heaviest parcel it takes
 * @param cod whether it collects cash
 * @param refusedGoods goods classes it does not take, e.g. BATTERY
 * @param serviceLevel how urgent in the warehouse what goes with it is
 */
public record Carrier(
    String code,
    String name,
    String protocol,
    String account,
    String credentialsRef,
    LocalTime cutoff,
    int volumetricDivisor,
    int maxWeightG,
    boolean cod,
    Set<String> refusedGoods,
    boolean active,
    ServiceLevel serviceLevel) {

  /** A carrier without hurry. */
  public Carrier(
      String code,
      String name,
      String protocol,
      String account,
      String credentialsRef,
      LocalTime cutoff,
      int volumetricDivisor,
      int maxWeightG,
      boolean cod,
      Set<String> refusedGoods,
      boolean active) {
    this(
        code,
        name,
        protocol,
        account,
        credentialsRef,
        cutoff,
        volumetricDivisor,
        maxWeightG,
        cod,
        refusedGoods,
        active,
        ServiceLevel.STANDARD);
  }

  /** The same with another hurry. */
  public Carrier withLevel(ServiceLevel level) {
    return new Carrier(
        code,
        name,
        protocol,
        account,
        credentialsRef,
        cutoff,
        volumetricDivisor,
        maxWeightG,
        cod,
        refusedGoods,
        active,
        level);
  }

  /** The first departure at or after a point in time. */
  public Instant departure(Instant from, ZoneId zone) {
    ZonedDateTime local = from.atZone(zone);
    ZonedDateTime today = local.with(cutoff);
    return (today.isBefore(local) ? today.plusDays(1) : today).toInstant();
  }

  /** What the carrier charges by: real or volumetric weight, whichever is more, in grams. */
  public int billedWeightG(int weightG, long volumeMm3) {
    long volumetric = Math.ceilDiv(volumeMm3, volumetricDivisor);
    return (int) Math.min(Integer.MAX_VALUE, Math.max(weightG, volumetric));
  }
}
