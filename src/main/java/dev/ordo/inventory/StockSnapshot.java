package dev.ordo.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The figures of some articles, rows locked, on which a batch decides purely: what one order takes
 * the next does not see any more.
 */
public final class StockSnapshot {
  private final Map<String, Map<String, TreeMap<StockKey, Integer>>> bySkuAndWarehouse =
      new HashMap<>();

  private StockSnapshot(Map<StockKey, Figures> figures) {
    figures.forEach(
        (key, f) -> {
          if (key.isForSale()) {
            bySkuAndWarehouse
                .computeIfAbsent(key.sku(), s -> new TreeMap<>())
                .computeIfAbsent(key.warehouse(), w -> new TreeMap<>())
                .put(key, f.available());
          }
        });
  }

  public static StockSnapshot of(Map<StockKey, Figures> figures) {
    return new StockSnapshot(figures);
  }

  /** Warehouses that keep the article at all, whether or not units are free. */
  public Set<String> warehousesOf(String sku) {
    return bySkuAndWarehouse.getOrDefault(sku, Map.of()).keySet();
  }

  /** Free units that an ordinary sale may take, all batches. */
  public int available(String warehouse, String sku) {
    return batches(warehouse, sku).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Takes units, earliest batch first; the caller has made sure of {@link #available}. */
  public List<Lock> take(Demand demand, String warehouse, String sku, int qty) {
    List<Lock> taken = new ArrayList<>();
    int open = qty;
    for (Map.Entry<StockKey, Integer> batch : batches(warehouse, sku).entrySet()) {
      int units = Math.min(open, batch.getValue());
      if (units > 0) {
        batch.setValue(batch.getValue() - units);
        taken.add(new Lock(demand, batch.getKey(), units));
        open -= units;
      }
    }
    if (open > 0) {
      throw new IllegalStateException(
          "The stock of (%s) in (%s) lacks (%d) of (%d) units."
              .formatted(sku, warehouse, open, qty));
    }
    return taken;
  }

  private Map<StockKey, Integer> batches(String warehouse, String sku) {
    TreeMap<StockKey, Integer> none = new TreeMap<>();
    return bySkuAndWarehouse.getOrDefault(sku, Map.of()).getOrDefault(warehouse, none);
  }
}
