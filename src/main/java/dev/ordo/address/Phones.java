package dev.ordo.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads phone numbers; platforms' virtual numbers carry an extension, split off before checking.
 */
final class Phones {
  /** A number and the extension dialled after it. */
  record Phone(String number, String extension) {}

  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern EXTENSION =
      Pattern.compile("([+\\d][\\d -]{5,18}?)\\s*(?:转|ext\\.?|x|#|,|_|-)\\s*(\\d{1,6})");
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?<!\\d)(?:\\+?86[- ]?)?(1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4})(?!\\d)"
              + "|(?<!\\d)0\\d{2,3}-?\\d{7,8}(?!\\d)");

  private Phones() {}

  static Phone split(String raw) {
    String plain = Texts.plain(raw);
    if (plain.length() <= 11) {
      return new Phone(plain, "");
    }
    Matcher matcher = EXTENSION.matcher(Texts.lower(plain));
    boolean extended = matcher.matches() && digits(matcher.group(1)).length() >= 10;
    return extended ? new Phone(matcher.group(1), matcher.group(2)) : new Phone(plain, "");
  }

  static PhoneStatus status(String raw, String country) {
    if (raw.isBlank()) {
      return PhoneStatus.MISSING;
    }
    if (Texts.isMasked(raw)) {
      return PhoneStatus.UNKNOWN;
    }
    String number = split(raw).number();
    boolean valid =
        country.equals("CN") && MOBILE.matcher(number).matches() || known(number, country);
    return valid ? PhoneStatus.VALID : PhoneStatus.INVALID;
  }

  private static boolean known(String number, String country) {
    String region = country.length() == 2 ? country : "ZZ";
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.isValidNumber(numbers.parse(number, region));
    } catch (NumberParseException e) {
      return false;
    }
  }

  /** The digits that make two spellings of one number equal, without the country's 86. */
  static String canonical(String raw) {
    Phone phone = split(raw);
    String digits = digits(phone.number());
    boolean chinese = digits.length() == 13 && digits.startsWith("86");
    String number = chinese ? digits.substring(2) : digits;
    return phone.extension().isEmpty() ? number : number + "-" + phone.extension();
  }

  /** Finds mobile and landline numbers inside other text. */
  static Matcher in(String text) {
    return IN_TEXT.matcher(text);
  }

  static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }
}
