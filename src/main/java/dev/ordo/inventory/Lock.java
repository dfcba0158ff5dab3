package dev.ordo.inventory;

/** Units promised to one demand. */
public record Lock(Demand demand, StockKey key, int qty) {}
