package dev.ordo.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rule text cut into words; whatever is not a word of the language is refused. Reads every
 * character once and hides nothing: signs that other readers take for the end of a line, that turn
 * the order of reading or that stand for other signs are refused even within comments.
 */
final class Tokens {
  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    SIGN
  }

  /**
   * One word.
   *
   * @param at offset of its first character in the text
   */
  record Token(Kind kind, String text, int line, int at) {
    boolean is(String wanted) {
      return kind != Kind.TEXT && text.equals(wanted);
    }

    int end() {
      return at + text.length();
    }
  }

  private static final Set<String> PAIRS = Set.of("&&", "||", "==", "!=", "<=", ">=");
  private static final String SINGLES = "()<>!,.:;+*/%-";
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_NUMBER = 24;

  private final String file;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder bare;
  private int at;
  private int line = 1;

  private Tokens(String file, String text) {
    this.file = file;
    this.text = text;
    this.bare = new StringBuilder(text);
  }

  /**
   * What was read.
   *
   * @param bare the text with its comments blanked: nothing else may reach the compiler
   */
  record Read(List<Token> tokens, String bare) {}

  /** Gives the words, or adds a fault and gives what came before it. */
  static List<Token> of(String file, String text, List<RuleSetBroken.Fault> faults) {
    return read(file, text, faults).tokens();
  }

  static Read read(String file, String text, List<RuleSetBroken.Fault> faults) {
    Tokens reader = new Tokens(file, text);
    try {
      reader.readAll();
    } catch (RuleSetBroken e) {
      faults.addAll(e.faults());
    }
    return new Read(reader.tokens, reader.bare.toString());
  }

  private void readAll() {
    while (at < text.length()) {
      char sign = text.charAt(at);
      if (sign == '\n') {
        line++;
        at++;
      } else if (isSpace(sign)) {
        at++;
      } else if (text.startsWith("//", at)) {
        comment("\n", 0);
      } else if (text.startsWith("/*", at)) {
        comment("*/", 2);
      } else {
        word(sign);
      }
    }
  }

  private boolean isSpace(char sign) {
    return sign == ' ' || sign == '\t' || (sign == '\r' && text.startsWith("\r\n", at));
  }

  /** Blanks the comment, so that no other reader can see words in it. */
  private void comment(String closing, int closingLength) {
    int from = at;
    at += 2;
    int end = text.indexOf(closing, at);
    if (end < 0 && closingLength > 0) {
      throw refused("The comment is never closed. End it with */.");
    }
    end = end < 0 ? text.length() : end + closingLength;
    while (at < end) {
      int code = checked();
      line += code == '\n' ? 1 : 0;
      at += Character.charCount(code);
    }
    for (int i = from; i < end; i++) {
      bare.setCharAt(i, isLineEnd(i) ? text.charAt(i) : ' ');
    }
  }

  private boolean isLineEnd(int i) {
    return text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }

  private void word(char sign) {
    if (sign == '"' || sign == '\'') {
      quoted(sign);
    } else if (isDigit(sign)) {
      number();
    } else if (sign == '$' || isLetter(sign)) {
      add(Kind.NAME, endOfName(at + 1));
    } else if (at + 1 < text.length() && PAIRS.contains(text.substring(at, at + 2))) {
      add(Kind.SIGN, at + 2);
    } else if (SINGLES.indexOf(sign) >= 0) {
      add(Kind.SIGN, at + 1);
    } else {
      checked();
      throw refused(
          "The sign (%s) is not part of the rule language. Remove it."
              .formatted(Character.toString(text.codePointAt(at))));
    }
  }

  private void quoted(char quote) {
    int from = at++;
    while (at < text.length() && text.charAt(at) != quote) {
      int code = checked();
      if (code == '\n' || code == '"') {
        throw refused("The text that begins with (%s) is not closed on its line.".formatted(quote));
      }
      at += Character.charCount(code);
    }
    if (at >= text.length() || at - from > LONGEST_TEXT) {
      throw refused(
          "The text is not closed or longer than (%d) characters. Close or shorten it."
              .formatted(LONGEST_TEXT));
    }
    int end = at + 1;
    at = from;
    add(Kind.TEXT, end);
  }

  private void number() {
    int end = endOfDigits(at);
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
      end = endOfDigits(end + 1);
    }
    if (end < text.length() && "BIL".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String number = text.substring(at, Math.min(end, at + LONGEST_NUMBER + 1));
    boolean octal = number.length() > 1 && number.charAt(0) == '0' && isDigit(number.charAt(1));
    boolean goesOn = end < text.length() && (isLetter(text.charAt(end)) || text.charAt(end) == '$');
    if (octal || goesOn || number.length() > LONGEST_NUMBER) {
      throw refused(
          "The number (%s) is not written plainly. Write it like 12, 12.5 or 12.50B."
              .formatted(number));
    }
    add(Kind.NUMBER, end);
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, text.substring(at, end), line, at));
    at = end;
  }

  private int endOfDigits(int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfName(int from) {
    int end = from;
    while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private static boolean isLetter(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
  }

  /** The character here, unless readers could disagree about what it means. */
  private int checked() {
    int code = text.codePointAt(at);
    boolean plainSpace = code == '\t' || code == '\n' || (code == '\r' && isSpace('\r'));
    if (code == '\\') {
      throw refused("The sign (\\) begins an escape. Write the character itself.");
    }
    if (!plainSpace && isHidden(code)) {
      throw refused("The invisible sign (U+%04X) is not allowed. Remove it.".formatted(code));
    }
    return code;
  }

  private static boolean isHidden(int code) {
    return switch (Character.getType(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private RuleSetBroken refused(String reason) {
    return new RuleSetBroken(file, "line " + line, reason);
  }
}
