package dev.ordo.address;

import java.text.Normalizer;
import java.util.Locale;

/** Spelling made equal: width, case, spaces, punctuation. */
final class Texts {
  private Texts() {}

  /** Full-width forms become ASCII, control characters blanks; ends stripped. */
  static String plain(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length() && ascii; i++) {
      char c = text.charAt(i);
      ascii = c >= ' ' && c < 0x7f || c >= 0x4e00 && c <= 0x9fa5;
    }
    return ascii ? text.strip() : normalised(text);
  }

  private static String normalised(String text) {
    String nfkc = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(nfkc.length());
    nfkc.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return plain.toString().strip();
  }

  /** Only letters and digits, lower case: what two spellings of one thing have in common. */
  static String bare(String text) {
    String plain = plain(text);
    StringBuilder bare = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> bare.appendCodePoint(Character.toLowerCase(c)));
    return bare.toString();
  }

  static String withoutSpaces(String text) {
    String plain = plain(text);
    return plain.indexOf(' ') < 0 ? plain : plain.replace(" ", "");
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether a platform masked the text with asterisks. */
  static boolean isMasked(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('＊') >= 0;
  }

  static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
