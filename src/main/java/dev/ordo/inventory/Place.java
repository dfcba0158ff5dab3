package dev.ordo.inventory;

/** A quantity of an article at a location. */
public record Place(String warehouse, String location, String sku, String batch, int qty) {}
