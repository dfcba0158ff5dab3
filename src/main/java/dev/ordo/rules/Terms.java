package dev.ordo.rules;

import dev.ordo.rules.Tokens.Kind;
import dev.ordo.rules.Tokens.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values a rule may write: fields of the vocabulary, variables, literals, arithmetic and the
 * listed functions. Everything a term costs grows with its own length, never faster.
 */
final class Terms {
  private static final Set<String> TYPES =
      Set.of("BigDecimal", "LocalDate", "LocalTime", "Instant", "Duration", "List", "Set");
  static final Set<String> FUNCTIONS =
      Set.of(
          "add",
          "subtract",
          "multiply",
          "negate",
          "abs",
          "compareTo",
          "signum",
          "valueOf",
          "of",
          "length",
          "isEmpty",
          "startsWith",
          "endsWith",
          "size",
          "contains",
          "containsAll",
          "isAfter",
          "isBefore",
          "plus",
          "minus",
          "ofMinutes",
          "ofHours",
          "ofDays",
          "ZERO",
          "ONE",
          "toString",
          "between",
          "toMinutes",
          "toHours",
          "name");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final int MOST_CALLS = 100;

  private final Cursor cursor;
  private final Vocabulary vocabulary;
  private final List<Edit> edits = new ArrayList<>();
  private final Set<String> variables = new HashSet<>();
  private @Nullable Class<?> pattern;
  private @Nullable Class<?> leftType;
  private String leftName = "";
  private int calls;

  /** What stands for a part of the text when it is compiled. */
  record Edit(int from, int to, String with) {}

  Terms(Cursor cursor, Vocabulary vocabulary) {
    this.cursor = cursor;
    this.vocabulary = vocabulary;
  }

  /** Inner ones before the outer ones that begin at the same place. */
  List<Edit> edits() {
    return edits;
  }

  void startRule() {
    variables.clear();
    calls = 0;
  }

  /** From here on bare names are fields of this type; none without. */
  void within(@Nullable Class<?> type) {
    pattern = type;
  }

  void bind(String variable) {
    variables.add(variable);
  }

  boolean isBound(String variable) {
    return variables.contains(variable);
  }

  /** A condition: comparisons joined by and, or, not. */
  void condition() {
    both();
    while (cursor.skip("||")) {
      both();
    }
  }

  private void both() {
    comparison();
    while (cursor.skip("&&")) {
      comparison();
    }
  }

  /** One comparison; its left side is left out where it is that of the comparison before. */
  private void comparison() {
    if (cursor.peekAny(COMPARISONS)) {
      cursor.take();
      sum();
      return;
    }
    int from = cursor.isAtEnd() ? 0 : cursor.current().at();
    String field = cursor.isAtEnd() ? "" : cursor.current().text();
    int before = cursor.passed();
    sum();
    int words = cursor.passed() - before;
    boolean plain = words == 1 || (words == 3 && cursor.last().is(")"));
    leftType = plain && pattern != null ? Literals.type(pattern, field) : null;
    leftName = field;
    compared(from);
  }

  private void compared(int from) {
    Token left = cursor.last();
    boolean not =
        cursor.peek("not")
            && (cursor.peek(1, "in") || cursor.peek(1, "contains") || cursor.peek(1, "matches"));
    if (not) {
      cursor.take();
    }
    if (cursor.peekAny(COMPARISONS) || cursor.skip("contains")) {
      if (cursor.peekAny(COMPARISONS)) {
        cursor.take();
        value(leftType, leftName);
      } else {
        sum();
      }
    } else if (cursor.skip("in")) {
      list();
    } else if (cursor.skip("matches")) {
      matches(from, left, not);
    }
  }

  private void list() {
    cursor.expect("(");
    do {
      value(leftType, leftName);
    } while (cursor.skip(","));
    cursor.expect(")");
  }

  /** A value for a field; a literal has to be of the field's kind. */
  void value(@Nullable Class<?> type, String field) {
    int before = cursor.passed();
    Token first = cursor.isAtEnd() ? null : cursor.current();
    sum();
    if (type != null && first != null && cursor.passed() - before == 1) {
      String wrong = Literals.wrong(type, field, first);
      if (!wrong.isEmpty()) {
        throw cursor.refused(wrong);
      }
    }
  }

  /** A value of a verdict; a literal has to fit where it will be kept. */
  void said(@Nullable Class<?> type, String field) {
    int before = cursor.passed();
    Token first = cursor.isAtEnd() ? null : cursor.current();
    value(type, field);
    if (type != null && first != null && cursor.passed() - before == 1) {
      String text = first.text();
      boolean literal = first.kind() == Kind.TEXT;
      String wrong =
          literal
              ? VerdictValues.wrong(field, text.substring(1, text.length() - 1))
              : text.equals("null") ? VerdictValues.wrong(field, null) : "";
      if (!wrong.isEmpty()) {
        throw cursor.refused(wrong);
      }
    }
  }

  /** Patterns run in linear time: the comparison becomes a call of ours. */
  private void matches(int from, Token left, boolean not) {
    Token wanted = cursor.take();
    if (wanted.kind() != Kind.TEXT || wanted.text().charAt(0) != '"') {
      throw cursor.refused("After (matches) comes a pattern in quotation marks.");
    }
    String fault = Patterns.fault(wanted.text().substring(1, wanted.text().length() - 1));
    if (!fault.isEmpty()) {
      throw cursor.refused("The pattern (%s) %s".formatted(Cursor.shown(wanted), fault));
    }
    edits.add(new Edit(from, from, (not ? "!" : "") + "Patterns.matches( "));
    edits.add(new Edit(left.end(), wanted.at(), ", " + "\n".repeat(wanted.line() - left.line())));
    edits.add(new Edit(wanted.end(), wanted.end(), " )"));
  }

  /** A value of numbers, texts, moments. */
  void sum() {
    factor();
    while (cursor.peek("+") || cursor.peek("-") || cursor.peek("*") || isDivision()) {
      cursor.take();
      factor();
    }
  }

  private boolean isDivision() {
    return cursor.peek("/") || cursor.peek("%");
  }

  private void factor() {
    if (cursor.skip("!") || cursor.skip("-")) {
      cursor.deeper();
      factor();
      cursor.back();
    } else if (cursor.skip("(")) {
      cursor.deeper();
      condition();
      cursor.expect(")");
      cursor.back();
      members();
    } else {
      primary(cursor.take());
      members();
    }
  }

  private void primary(Token token) {
    if (token.kind() == Kind.SIGN) {
      throw cursor.refused("Did not expect (%s) here.".formatted(token.text()));
    }
    if (pattern == null && token.kind() == Kind.TEXT && token.text().charAt(0) != '"') {
      throw cursor.refused("Write texts of a verdict in double quotation marks.");
    }
    if (token.kind() == Kind.NAME
        && !Set.of("null", "true", "false", "this").contains(token.text())) {
      name(token.text());
    }
  }

  private void name(String name) {
    boolean type = TYPES.contains(name) || vocabulary.types().containsKey(name);
    if (type && !cursor.peek(".")) {
      throw cursor.refused("After (%s) comes a point and one of its values.".formatted(name));
    }
    if (name.startsWith("$") && !variables.contains(name)) {
      throw cursor.refused(
          "The variable (%s) is not bound. Bind it before, as in (%s : amount)."
              .formatted(name, name));
    }
    if (!type && !name.startsWith("$")) {
      field(name);
    }
    Class<?> list = vocabulary.types().get(name);
    if (list != null && list.isEnum()) {
      constant(list);
    }
  }

  private void constant(Class<?> list) {
    cursor.expect(".");
    String name = cursor.take(Kind.NAME).text();
    List<String> known = Literals.constants(list);
    if (!known.contains(name) && !FUNCTIONS.contains(name)) {
      throw cursor.refused(
          "The word (%s) is not part of the vocabulary: (%s) is one of %s.%s"
              .formatted(name, list.getSimpleName(), known, Near.hint(name, known)));
    }
    arguments();
  }

  private void field(String name) {
    Class<?> owner = pattern;
    Set<String> known = owner == null ? Set.of() : Vocabulary.names(owner);
    if (!known.contains(name)) {
      throw cursor.refused(
          owner == null
              ? "The word (%s) is not part of the vocabulary. Use a variable bound above."
                  .formatted(name)
              : "The word (%s) is not part of the vocabulary: (%s) has %s.%s"
                  .formatted(name, owner.getSimpleName(), known, Near.hint(name, known)));
    }
    arguments();
  }

  private void members() {
    while (cursor.skip(".")) {
      String member = cursor.take(Kind.NAME).text();
      if (!vocabulary.names().contains(member)
          && !FUNCTIONS.contains(member)
          && !vocabulary.types().containsKey(member)) {
        throw cursor.refused(
            "The word (%s) is not part of the vocabulary. Functions are %s."
                .formatted(member, FUNCTIONS.stream().sorted().toList()));
      }
      int given = arguments();
      if (member.equals("valueOf") && given > 1) {
        throw cursor.refused("The function (valueOf) takes one value here.");
      }
    }
  }

  /** Arguments in parentheses, if there are any; says how many. */
  private int arguments() {
    if (!cursor.skip("(")) {
      return 0;
    }
    if (++calls > MOST_CALLS) {
      throw cursor.refused("More than (%d) calls in one rule. Split it.".formatted(MOST_CALLS));
    }
    cursor.deeper();
    int given = 0;
    if (!cursor.peek(")")) {
      do {
        sum();
        given++;
      } while (cursor.skip(","));
    }
    cursor.expect(")");
    cursor.back();
    return given;
  }
}
