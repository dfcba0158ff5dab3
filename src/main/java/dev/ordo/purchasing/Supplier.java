package dev.ordo.purchasing;

/**
 * Who sells to us.
 *
 * @param leadDays days from order to shelf
 */
public record Supplier(String code, String name, int leadDays) {}
