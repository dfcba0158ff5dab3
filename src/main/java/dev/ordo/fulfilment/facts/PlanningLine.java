package dev.ordo.fulfilment.facts;

/**
 * A line whose units are locked and may be planned.
 *
 * @param goodsClass NORMAL, FRAGILE, LIQUID, BATTERY, COLD or OVERSIZE
 * @param qty units to ship
 * @param weightG weight of one unit in grams
 */
public record PlanningLine(
    long lineId,
    long orderId,
    String sku,
    String warehouse,
    boolean presale,
    String goodsClass,
    int qty,
    int weightG) {}
