package dev.ordo.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code matches} means in a rule: the whole text fits the pattern, found in time that grows
 * with the text only, whatever the pattern is. Public because compiled rules call it.
 */
public final class Patterns {
  private static final int LONGEST = 200;
  private static final int MOST_REPEATS = 1_000;
  private static final int KEPT = 5_000;
  private static final String SIGNS = ".[]{}()*+?|^$";
  private static final Map<String, Ready> KNOWN = new ConcurrentHashMap<>();

  /** A pattern and what every text that fits it begins with. */
  private record Ready(String prefix, Pattern pattern) {
    boolean fits(String text) {
      return text.startsWith(prefix) && pattern.matches(text);
    }
  }

  private Patterns() {}

  /** Whether the whole text fits; nothing fits where there is no text. */
  public static boolean matches(@Nullable String text, String pattern) {
    return text != null && ready(pattern).fits(text);
  }

  /** What is wrong with a pattern and what to do; empty if it may be used. */
  static String fault(String pattern) {
    if (pattern.length() > LONGEST) {
      return "is longer than (%d) characters. Shorten it.".formatted(LONGEST);
    }
    if (repeats(pattern) > MOST_REPEATS) {
      return "repeats more than (%d) times. Count less.".formatted(MOST_REPEATS);
    }
    try {
      Pattern.compile(pattern);
      return "";
    } catch (PatternSyntaxException e) {
      return "is not understood: %s. Use linear patterns (RE2): no look-around, no back reference."
          .formatted(e.getMessage());
    }
  }

  /** Repeats within repeats multiply, and so would the memory of the pattern. */
  private static long repeats(String pattern) {
    long product = 1;
    int open = pattern.indexOf('{');
    while (open >= 0 && product <= MOST_REPEATS) {
      int close = Math.max(open, pattern.indexOf('}', open));
      long most = 1;
      for (String count : pattern.substring(open + 1, Math.max(open + 1, close)).split(",", -1)) {
        most = count.matches("[0-9]{1,6}") ? Math.max(most, Long.parseLong(count)) : most;
      }
      product *= most;
      open = pattern.indexOf('{', open + 1);
    }
    return product;
  }

  private static Ready ready(String pattern) {
    if (KNOWN.size() > KEPT) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(pattern, p -> new Ready(prefix(p), Pattern.compile(p)));
  }

  private static String prefix(String pattern) {
    int end = 0;
    while (end < pattern.length() && SIGNS.indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    boolean optional = end < pattern.length() && "*?{".indexOf(pattern.charAt(end)) >= 0;
    return pattern.indexOf('|') >= 0
        ? ""
        : pattern.substring(0, Math.max(0, optional ? end - 1 : end));
  }
}
