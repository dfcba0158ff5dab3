package dev.ordo.fulfilment.facts;

/**
 * A warehouse that could serve the order.
 *
 * @param priority 1 is asked first where nothing else decides
 * @param sameProvince whether it stands in the receiver's province
 * @param hasAll whether it has every unit free
 * @param coveredLines lines it could serve whole
 */
public record WarehouseOption(
    String code, int priority, boolean sameProvince, boolean hasAll, int coveredLines) {}
