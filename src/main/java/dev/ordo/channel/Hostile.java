package dev.ordo.channel;

/**
 * Characters that no honest order carries: control characters other than tab and line ends,
 * text-direction controls (they make a screen show other than what is stored), lone surrogates and
 * non-characters. Emoji and their joiners are honest.
 */
final class Hostile {
  private Hostile() {}

  static boolean in(String text) {
    return text.codePoints().anyMatch(Hostile::hostile);
  }

  private static boolean hostile(int point) {
    return switch (point) {
      case '\t', '\n', '\r' -> false;
      case 0x061C, 0x200E, 0x200F -> true;
      default ->
          Character.isISOControl(point)
              || (point >= 0x202A && point <= 0x202E)
              || (point >= 0x2066 && point <= 0x2069)
              || Character.getType(point) == Character.SURROGATE
              || (point & 0xFFFE) == 0xFFFE
              || (point >= 0xFDD0 && point <= 0xFDEF);
    };
  }
}
