package dev.ordo.channel;

import java.util.List;

/**
 * One order as it came in, before anybody looked at it.
 *
 * @param platform whose connector reads it, empty for canonical JSON
 * @param shop our code of the shop it was fetched from, empty where the payload says it
 * @param payload JSON, kept word for word
 * @param rows rows of the sheet its lines stand in, the heading being row 1; empty for no sheet
 */
public record RawOrder(String platform, String shop, String payload, List<Integer> rows) {
  public RawOrder {
    rows = List.copyOf(rows);
  }

  public RawOrder(String platform, String shop, String payload) {
    this(platform, shop, payload, List.of());
  }

  @Override
  public String toString() {
    return "RawOrder[%s %s, %d characters]".formatted(platform, shop, payload.length());
  }
}
