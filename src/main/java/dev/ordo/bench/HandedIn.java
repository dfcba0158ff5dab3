package dev.ordo.bench;

import java.util.Map;

/** What trips that are over brought of consignments that other trips still pick for. */
interface HandedIn {
  /** Units by consignment and SKU. */
  Map<Long, Map<String, Integer>> of(long wave);
}
