package dev.ordo.bench.web;

import dev.ordo.shared.Ids;

/** Reads a consignment's number as devices send it (decimal) or as it is printed (base 32). */
final class Numbers {
  private static final int LONGEST_PRINTED = 13;

  private Numbers() {}

  static long read(String number) {
    String bare = number.strip();
    return bare.length() > LONGEST_PRINTED && bare.matches("[0-9]{14,19}")
        ? decimal(bare)
        : Ids.parse(bare);
  }

  private static long decimal(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new dev.ordo.shared.Refusal("consignment", digits, "Give the consignment's number.");
    }
  }
}
