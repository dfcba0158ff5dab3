package dev.ordo.fulfilment.facts;

/**
 * An order that looks for a warehouse.
 *
 * @param provinceCode two digits, empty where unknown
 */
public record SourcingOrder(String shop, String provinceCode, int lines, int units) {}
