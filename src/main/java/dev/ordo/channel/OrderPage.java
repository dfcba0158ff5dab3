package dev.ordo.channel;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One page of a platform's answer.
 *
 * @param total orders in the whole window, -1 where the platform does not count
 * @param next the next page's cursor, empty at the end
 */
public record OrderPage(List<JsonNode> orders, long total, String next) {
  public OrderPage {
    orders = List.copyOf(orders);
  }
}
