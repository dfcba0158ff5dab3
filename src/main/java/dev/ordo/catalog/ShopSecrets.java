package dev.ordo.catalog;

/**
 * What proves us to a platform; never logged, never shown.
 *
 * @param secret what calls are signed with
 * @param token the shop's grant
 */
public record ShopSecrets(String secret, String token) {
  public static final ShopSecrets NONE = new ShopSecrets("", "");

  @Override
  public String toString() {
    return "ShopSecrets[***]";
  }
}
