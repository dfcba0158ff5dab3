package dev.ordo.address;

import java.util.Set;

/** What people who need not know see of a name, a phone number and a detail address. */
final class Masks {
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of(
          "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "宇文", "长孙", "夏侯", "轩辕",
          "南宫", "端木", "独孤", "呼延", "闻人", "东郭", "西门", "申屠", "澹台", "公冶", "太史", "拓跋", "百里", "赫连", "钟离");
  private static final int SHOWN_OF_DETAIL = 6;

  private Masks() {}

  static String name(String name) {
    String plain = Texts.plain(name);
    if (plain.isEmpty() || Texts.isMasked(plain)) {
      return plain;
    }
    if (!Texts.isHan(plain.codePointAt(0))) {
      return latin(plain);
    }
    boolean compound = plain.length() > 2 && COMPOUND_SURNAMES.contains(plain.substring(0, 2));
    int shown = plain.offsetByCodePoints(0, compound ? 2 : 1);
    return plain.substring(0, shown) + "*";
  }

  private static String latin(String name) {
    StringBuilder masked = new StringBuilder();
    for (String word : name.split("\\s+")) {
      masked.append(masked.isEmpty() ? "" : " ");
      masked.append(word, 0, word.offsetByCodePoints(0, 1)).append("***");
    }
    return masked.toString();
  }

  static String phone(String phone) {
    String plain = Texts.plain(phone);
    if (plain.isEmpty() || Texts.isMasked(plain)) {
      return plain;
    }
    Phones.Phone parts = Phones.split(plain);
    String masked = number(parts.number());
    return parts.extension().isEmpty()
        ? masked
        : masked + "-" + "*".repeat(parts.extension().length());
  }

  private static String number(String number) {
    String digits = Phones.digits(number);
    if (digits.length() < 5) {
      return "*".repeat(Math.max(digits.length(), 3));
    }
    String last = digits.substring(digits.length() - 4);
    if (digits.startsWith("0") && digits.length() >= 10) {
      int area = digits.startsWith("01") || digits.startsWith("02") ? 3 : 4;
      return digits.substring(0, area) + "-" + "*".repeat(digits.length() - area - 4) + last;
    }
    int head = digits.length() >= 11 ? digits.length() - 8 : Math.min(3, digits.length() - 5);
    return digits.substring(0, head) + "*".repeat(digits.length() - head - 4) + last;
  }

  static String detail(String detail) {
    String plain = Texts.plain(detail);
    if (plain.isEmpty() || Texts.isMasked(plain)) {
      return plain;
    }
    int points = plain.codePointCount(0, plain.length());
    int shown = Math.min(SHOWN_OF_DETAIL, points / 2);
    return plain.substring(0, plain.offsetByCodePoints(0, shown)) + "****";
  }
}
