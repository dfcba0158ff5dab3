package dev.ordo.shared;

import java.util.Set;

/**
 * What a person may see: shops and warehouses by code; an empty set means all of them.
 *
 * @param shops shop codes, empty for all
 * @param warehouses warehouse codes, empty for all
 */
public record Scope(Set<String> shops, Set<String> warehouses) {
  public static final Scope ALL = new Scope(Set.of(), Set.of());

  public Scope {
    shops = Set.copyOf(shops);
    warehouses = Set.copyOf(warehouses);
  }

  public boolean seesShop(String shop) {
    return shops.isEmpty() || shops.contains(shop);
  }

  public boolean seesWarehouse(String warehouse) {
    return warehouses.isEmpty() || warehouses.contains(warehouse);
  }
}
