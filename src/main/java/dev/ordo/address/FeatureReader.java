package dev.ordo.address;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Derives what rules may know from what the receiver typed. */
final class FeatureReader {
  private static final int LONG_DIGIT_RUN = 7;
  private static final String HOUSE_WORDS = "号楼栋单元室层幢弄座户门牌路街道巷村组区某第";
  private static final String ALLOWED_SIGNS = " -—–_.,，。、·:：;；/\\()（）[]【】#＃&+'\"“”‘’@~～*°№|!！?？";
  private static final List<String> POINTERS =
      List.of(
          "同上",
          "同前",
          "电联",
          "老地方",
          "老地址",
          "原地址",
          "原来的地址",
          "上次地址",
          "上次的地址",
          "跟上次一样",
          "和上次一样",
          "见备注",
          "看备注",
          "电话联系",
          "打电话",
          "联系我",
          "到了联系",
          "到了打电话",
          "问客服",
          "same as above",
          "see above",
          "call me",
          "see remark");
  private static final Pattern PLACEHOLDER = Pattern.compile("[xX]{2,}|测试|test|asdf|某某+");

  private final KeyedHashOfReceivers keys;
  private final PersonalData personal;

  FeatureReader(PersonalData personal) {
    this.personal = personal;
    this.keys = new KeyedHashOfReceivers(personal);
  }

  Features read(Receiver receiver, Address address) {
    boolean checkable = isCheckable(receiver, address);
    String detail = checkable ? Texts.plain(address.detail()) : "";
    String bare = Texts.bare(detail);
    boolean phoneInside = Phones.in(detail).find();
    return new Features(
        address.isAbroad(),
        address.provinceCode(),
        address.cityCode(),
        address.districtCode(),
        address.provinceStatus(),
        address.cityStatus(),
        address.districtStatus(),
        checkable,
        checkable ? bare.codePointCount(0, bare.length()) : -1,
        checkable && isDigitsOnly(detail, bare),
        checkable && hasSpecialCharacters(receiver.address().detail()),
        phoneInside,
        pointsElsewhere(bare, detail),
        phone(receiver, address),
        !receiver.name().isBlank(),
        phoneHash(receiver.phone()),
        keys.of(receiver, address));
  }

  private static boolean isCheckable(Receiver receiver, Address address) {
    boolean masked = Texts.isMasked(address.detail());
    boolean tokenOnly = address.detail().isEmpty() && !receiver.token().isEmpty();
    return !address.isAbroad() && !masked && !tokenOnly;
  }

  private String phoneHash(String phone) {
    return phone.isBlank() || Texts.isMasked(phone) ? "" : personal.phoneHash(phone);
  }

  private static PhoneStatus phone(Receiver receiver, Address address) {
    boolean tokenOnly = receiver.phone().isBlank() && !receiver.token().isEmpty();
    return tokenOnly ? PhoneStatus.UNKNOWN : Phones.status(receiver.phone(), address.country());
  }

  private static boolean isDigitsOnly(String detail, String bare) {
    if (bare.isEmpty()) {
      return false;
    }
    String places = PLACEHOLDER.matcher(bare).replaceAll("");
    boolean noPlace =
        places.codePoints().allMatch(c -> Character.isDigit(c) || HOUSE_WORDS.indexOf(c) >= 0);
    return noPlace || longestDigitRun(Phones.in(detail).replaceAll("")) >= LONG_DIGIT_RUN;
  }

  private static int longestDigitRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = Character.isDigit(text.charAt(i)) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static boolean hasSpecialCharacters(String raw) {
    return raw.codePoints().anyMatch(FeatureReader::isSpecial);
  }

  private static boolean isSpecial(int c) {
    return !Character.isLetterOrDigit(c)
        && ALLOWED_SIGNS.indexOf(c) < 0
        && c != '\n'
        && c != '\r'
        && c != '\t'
        && c != '\u3000'
        && !(c >= 0xFF01 && c <= 0xFF5E)
        && Character.getType(c) != Character.NON_SPACING_MARK;
  }

  /** "同上" alone, not "老地方饭店旁边3号楼": what is left without the words must be next to nothing. */
  private static boolean pointsElsewhere(String bare, String detail) {
    String left = bare;
    for (String pointer : POINTERS) {
      left = left.replace(Texts.bare(pointer), "");
    }
    Matcher phone = Phones.in(detail);
    String digits = phone.find() ? Phones.digits(phone.group()) : "-";
    return left.length() < bare.length() && left.replace(digits, "").length() < 4;
  }

  /** The receiver key: a keyed hash of the normalised person and place, or of the token. */
  private record KeyedHashOfReceivers(PersonalData personal) {
    String of(Receiver receiver, Address address) {
      boolean plain =
          !address.detail().isBlank()
              && !receiver.phone().isBlank()
              && !Texts.isMasked(address.detail() + receiver.phone() + receiver.name());
      if (plain) {
        return personal.hash(plainText(receiver, address));
      }
      String token = receiver.token();
      return token.isBlank() ? UUID.randomUUID().toString() : personal.hash("token:" + token);
    }

    private static String plainText(Receiver receiver, Address address) {
      return String.join(
          "\n",
          Texts.bare(receiver.name()),
          Phones.canonical(receiver.phone()),
          address.isAbroad()
              ? Texts.bare(address.country() + address.province() + address.city())
              : address.deepestCode(),
          Texts.bare(address.detail()));
    }
  }
}
