package dev.ordo.carrier.facts;

import java.math.BigDecimal;

/**
 * One active carrier, looked at for one consignment.
 *
 * @param reaches whether its price list serves the province
 * @param freight price of all parcels at their billed weights, zero where it does not reach
 * @param billedWeightG real or volumetric weight of the heaviest parcel, whichever is more
 * @param days usual transit time
 * @param minutesToCutoff minutes until it leaves the warehouse
 * @param refusesGoods whether it refuses one of the goods classes
 * @param tooHeavy whether the real weight is above what it takes
 * @param collectsCash whether it can take cash on delivery
 * @param appointed whether the buyer asked for it
 * @param unwanted whether the buyer does not want it
 */
public record CarrierFact(
    String code,
    boolean reaches,
    BigDecimal freight,
    int billedWeightG,
    int days,
    int minutesToCutoff,
    boolean refusesGoods,
    boolean tooHeavy,
    boolean collectsCash,
    boolean appointed,
    boolean unwanted) {}
