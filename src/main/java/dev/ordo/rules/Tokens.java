package dev.ordo.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule text cut into words; whatever is not a word of the language is refused. */
final class Tokens {
  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    SIGN
  }

  record Token(Kind kind, String text, int line) {
    boolean is(String wanted) {
      return kind != Kind.TEXT && text.equals(wanted);
    }
  }

  private static final Pattern WORD =
      Pattern.compile(
          "(?<skip>[ \\t\\n]+|//[^\\n]*|/\\*(?:[^*]|\\*(?!/))*+\\*/)"
              + "|(?<text>\"[^\"\\\\\\n]*\"|'[^'\\\\\\n]*')"
              + "|(?<number>[0-9][0-9_]*(?:\\.[0-9]+)?[BILl]?(?![A-Za-z0-9_$]))"
              + "|(?<name>\\$?[A-Za-z_][A-Za-z0-9_]*)"
              + "|(?<sign>&&|\\|\\||==|!=|<=|>=|[()<>!,.:;+*/%-])");

  private Tokens() {}

  /** Gives the words, or adds a fault and gives what came before it. */
  static List<Token> of(String file, String text, List<RuleSetBroken.Fault> faults) {
    String plain = text.replace("\r\n", "\n");
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    int at = 0;
    int line = 1;
    while (at < plain.length()) {
      if (!matcher.region(at, plain.length()).lookingAt()) {
        String sign = plain.substring(at, Math.min(plain.length(), at + 1));
        String reason = "The sign (%s) is not part of the rule language.".formatted(sign);
        faults.add(new RuleSetBroken.Fault(file, "line " + line, reason));
        return tokens;
      }
      if (matcher.group("skip") == null) {
        tokens.add(new Token(kind(matcher), matcher.group(), line));
      }
      line += (int) matcher.group().chars().filter(c -> c == '\n').count();
      at = matcher.end();
    }
    return tokens;
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("text") != null) {
      return Kind.TEXT;
    }
    if (matcher.group("number") != null) {
      return Kind.NUMBER;
    }
    return matcher.group("name") != null ? Kind.NAME : Kind.SIGN;
  }
}
