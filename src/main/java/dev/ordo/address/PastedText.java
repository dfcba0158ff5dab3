package dev.ordo.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a pasted text apart: phone, name and what may be the address. */
record PastedText(String name, String phone, String address) {
  private static final Pattern LABELS =
      Pattern.compile(
          "(?:收货人|收件人|联系人|姓名|手机号码|手机号|手机|联系电话|联系方式|电话|所在地区|所在区域|详细地址|收货地址|地址|邮编|邮政编码)\\s*[:：]?\\s*");
  private static final Pattern SEGMENTS = Pattern.compile("[\\s,，。;；|\\u0001]+");
  private static final Pattern POSTCODE = Pattern.compile("\\d{6}");
  private static final Pattern PLACE_WORDS = Pattern.compile(".*[省市区县镇乡村路街号栋楼室弄巷园厦店组院校苑城厂].*");
  private static final Pattern TITLES = Pattern.compile(".*(先生|女士|小姐|收)$");
  private static final char PHONE_HERE = '\u0001';

  static PastedText of(String text, ChainReader chains) {
    String plain = Texts.plain(text);
    String phone = "";
    Matcher found = Phones.in(plain);
    if (found.find()) {
      phone = found.group(1) == null ? found.group() : Phones.digits(found.group(1));
      plain = plain.substring(0, found.start()) + PHONE_HERE + plain.substring(found.end());
    }
    return split(plain, phone, chains);
  }

  private static PastedText split(String text, String phone, ChainReader chains) {
    String named = LABELS.matcher(text).replaceAll(" ");
    int phoneAt = named.indexOf(PHONE_HERE);
    List<String> segments = new ArrayList<>();
    int best = -1;
    int bestScore = 0;
    Matcher words = SEGMENTS.matcher(named);
    int from = 0;
    while (from < named.length()) {
      int to = words.find() ? words.start() : named.length();
      if (to > from) {
        String segment = named.substring(from, to);
        int next = to < named.length() ? words.end() : to;
        boolean atPhone =
            phoneAt >= 0
                && (phoneAt >= to && phoneAt < next || from > phoneAt && from - phoneAt <= 3);
        boolean edge = from <= 1 || next >= named.length();
        int score = nameScore(segment, atPhone, edge, chains);
        if (score > bestScore) {
          bestScore = score;
          best = segments.size();
        }
        segments.add(segment);
      }
      from = to < named.length() ? words.end() : to;
    }
    String name = best < 0 ? "" : segments.remove(best);
    segments.removeIf(s -> POSTCODE.matcher(s).matches());
    return new PastedText(name, phone, String.join(" ", segments));
  }

  private static int nameScore(String segment, boolean atPhone, boolean edge, ChainReader chains) {
    int length = segment.codePointCount(0, segment.length());
    boolean digits = segment.chars().anyMatch(Character::isDigit);
    if (length > 8 || digits || PLACE_WORDS.matcher(segment).matches()) {
      return 0;
    }
    Chain place = chains.at(segment, 0);
    if (place.end() == segment.length() && (place.score() > 2 || !atPhone)) {
      return 0;
    }
    int score = atPhone || edge ? 1 : 0;
    score += atPhone ? 2 : 0;
    score += length >= 2 && length <= 4 ? 1 : 0;
    return score + (TITLES.matcher(segment).matches() ? 2 : 0);
  }
}
