package dev.ordo.rules;

import dev.ordo.rules.Tokens.Kind;
import dev.ordo.rules.Tokens.Token;
import java.util.List;
import java.util.Set;

/** A place in the words of a rule text, and how the guard moves on from there. */
final class Cursor {
  private static final int DEEPEST = 25;

  /** Something the guard does not let through. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String reason;

    Refused(int line, String reason) {
      super(reason, null, false, false);
      this.line = line;
      this.reason = reason;
    }

    int line() {
      return line;
    }

    String reason() {
      return reason;
    }
  }

  private final List<Token> tokens;
  private int next;
  private int depth;

  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  boolean isAtEnd() {
    return next >= tokens.size();
  }

  /** Words passed so far. */
  int passed() {
    return next;
  }

  boolean peek(String wanted) {
    return peek(0, wanted);
  }

  boolean peek(int ahead, String wanted) {
    return next + ahead < tokens.size() && tokens.get(next + ahead).is(wanted);
  }

  boolean peekAny(Set<String> wanted) {
    return !isAtEnd() && current().kind() != Kind.TEXT && wanted.contains(current().text());
  }

  boolean peek(Kind kind) {
    return !isAtEnd() && current().kind() == kind;
  }

  /** Moves on if the word is there. */
  boolean skip(String wanted) {
    boolean there = peek(wanted);
    next += there ? 1 : 0;
    return there;
  }

  void expect(String wanted) {
    if (!skip(wanted)) {
      String found = isAtEnd() ? "the end of the file" : current().text();
      next = Math.min(next + 1, tokens.size());
      throw refused("Expected (%s), found (%s).".formatted(wanted, found));
    }
  }

  Token take() {
    if (isAtEnd()) {
      throw refused("The file ends in the middle of a rule. Add what is missing, up to (end).");
    }
    return tokens.get(next++);
  }

  Token take(Kind kind) {
    Token token = take();
    if (token.kind() != kind) {
      throw refused("Did not expect (%s) here.".formatted(shown(token)));
    }
    return token;
  }

  /** Whether arithmetic or calls with arguments stand between the place and here. */
  boolean computedSince(int place) {
    return tokens.subList(place, next).stream()
            .anyMatch(t -> t.kind() == Kind.SIGN && "+-*/%".contains(t.text()))
        || (tokens.size() > place + 2
            && tokens.get(place + 1).is("(")
            && !tokens.get(place + 2).is(")"));
  }

  /** The word that comes. */
  Token current() {
    return tokens.get(Math.min(next, tokens.size() - 1));
  }

  /** The word passed last. */
  Token last() {
    return tokens.get(Math.max(0, next - 1));
  }

  /** Goes one parenthesis deeper. */
  void deeper() {
    if (++depth > DEEPEST) {
      throw refused("Parentheses are nested deeper than (%d). Split the rule.".formatted(DEEPEST));
    }
  }

  void back() {
    depth--;
  }

  int line() {
    return tokens.isEmpty() ? 1 : current().line();
  }

  Refused refused(String reason) {
    return new Refused(tokens.isEmpty() ? 1 : last().line(), reason);
  }

  static String shown(Token token) {
    return token.text().length() > 60 ? token.text().substring(0, 60) + "…" : token.text();
  }
}
