package dev.ordo.tracking.facts;

/**
 * A parcel on its way, at the time of the look.
 *
 * @param state canonical state, e.g. IN_TRANSIT
 * @param carrier carrier code
 * @param province two-digit division code of the receiver
 * @param hoursSinceScan full hours since the last scan, or since the hand-over if there is none
 * @param hoursInState full hours since the parcel came into its state
 * @param hoursAtPlace full hours since it was first scanned where it was scanned last
 * @param failures how often delivery was tried in vain
 */
public record ParcelFact(
    String state,
    String carrier,
    String province,
    int hoursSinceScan,
    int hoursInState,
    int hoursAtPlace,
    int failures) {}
