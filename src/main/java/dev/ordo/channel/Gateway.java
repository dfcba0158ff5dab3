package dev.ordo.channel;

import java.time.Instant;

/**
 * A shop's way into its platform at one moment.
 *
 * @param shop our code of the shop
 * @param appKey who calls
 * @param secret what calls are signed with
 * @param token the shop's grant
 * @param at machine time, for the signature
 */
public record Gateway(String shop, String appKey, String secret, String token, Instant at) {
  @Override
  public String toString() {
    return "Gateway[%s]".formatted(shop);
  }
}
