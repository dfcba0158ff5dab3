package dev.ordo.tracking.facts;

/**
 * Somebody has to see to the parcel; as long as the rule says so its task stays open.
 *
 * @param code kind of the alert, one task per parcel and kind
 * @param ownerRole role that sees to it, e.g. CLERK
 * @param hours business hours until it should be done
 */
public record RaiseAlert(String code, String ownerRole, int hours) implements AlertVerdict {}
