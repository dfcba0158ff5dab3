package dev.ordo.carrier;

/**
 * What we prove ourselves with at a carrier.
 *
 * @param key application key, partner id or the like
 * @param secret what signatures are made with
 * @param token access token where the carrier wants one, else empty
 */
public record Credentials(String key, String secret, String token) {
  @Override
  public String toString() {
    return "Credentials[" + key + "]";
  }
}
