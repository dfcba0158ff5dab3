package dev.ordo.shared;

import java.util.regex.Pattern;

/**
 * The article code of our own catalogue.
 *
 * @param code 1 to 40 of A-Z, a-z, 0-9, dash, dot and underscore
 */
public record Sku(String code) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,40}");

  public Sku {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "The sku (%s) must be 1-40 of letters, digits, dash, dot or underscore.".formatted(code));
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
