package dev.ordo.channel;

/**
 * One order as it came in, before anybody looked at it.
 *
 * @param platform whose connector reads it, empty for canonical JSON
 * @param shop our code of the shop it was fetched from, empty where the payload says it
 * @param payload JSON, kept word for word
 */
public record RawOrder(String platform, String shop, String payload) {
  @Override
  public String toString() {
    return "RawOrder[%s %s, %d characters]".formatted(platform, shop, payload.length());
  }
}
