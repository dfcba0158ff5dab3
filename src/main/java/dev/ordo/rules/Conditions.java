package dev.ordo.rules;

import dev.ordo.rules.Tokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a rule may ask of the facts. Counts what the engine would multiply out: the alternatives of
 * {@code or} and the facts joined with each other.
 */
final class Conditions {
  private static final Set<String> WIDER =
      Set.of("accumulate", "forall", "from", "collect", "eval", "query", "over", "entry", "acc");
  private static final Set<String> SUMMED = Set.of("sum", "count", "min", "max", "average");
  private static final int MOST_ALTERNATIVES = 32;
  private static final int MOST_PATTERNS = 12;

  private final Cursor cursor;
  private final Vocabulary vocabulary;
  private final Terms terms;
  private final RuleSet.Level level;
  private final List<String> types = new ArrayList<>();

  Conditions(Cursor cursor, Vocabulary vocabulary, Terms terms, RuleSet.Level level) {
    this.cursor = cursor;
    this.vocabulary = vocabulary;
    this.terms = terms;
    this.level = level;
  }

  /** Types of the facts the last rule joins. */
  List<String> types() {
    return List.copyOf(types);
  }

  /** Everything up to {@code then}. */
  void all() {
    types.clear();
    long alternatives = 1;
    while (!cursor.skip("then")) {
      alternatives = limited(alternatives * either());
    }
    terms.within(null);
  }

  private long either() {
    long alternatives = both();
    while (cursor.skip("or") || cursor.skip("||")) {
      alternatives = limited(alternatives + both());
    }
    return alternatives;
  }

  private long both() {
    long alternatives = one();
    while (cursor.skip("and") || cursor.skip("&&")) {
      alternatives = limited(alternatives * one());
    }
    return alternatives;
  }

  private long limited(long alternatives) {
    if (alternatives > MOST_ALTERNATIVES) {
      throw cursor.refused(
          "The rule has more than (%d) combinations of (or). Make several rules or use (in)."
              .formatted(MOST_ALTERNATIVES));
    }
    return alternatives;
  }

  private long one() {
    if (cursor.skip("not") || cursor.skip("exists")) {
      cursor.deeper();
      long alternatives = one();
      cursor.back();
      return alternatives;
    }
    if (cursor.skip("(")) {
      return group();
    }
    if (level == RuleSet.Level.EXPERT && cursor.peek("accumulate")) {
      accumulate();
    } else if (level == RuleSet.Level.EXPERT && cursor.skip("forall")) {
      cursor.expect("(");
      group();
    } else {
      pattern();
    }
    return 1;
  }

  private long group() {
    cursor.deeper();
    long alternatives = 1;
    do {
      alternatives = limited(alternatives * either());
    } while (!cursor.peek(")"));
    cursor.expect(")");
    cursor.back();
    return alternatives;
  }

  private void pattern() {
    String variable = variable();
    String type = type();
    cursor.expect("(");
    cursor.deeper();
    terms.within(vocabulary.types().getOrDefault(type, String.class));
    if (!variable.isEmpty()) {
      terms.bind(variable);
    }
    if (!cursor.peek(")")) {
      do {
        constraint();
      } while (cursor.skip(","));
    }
    cursor.expect(")");
    cursor.back();
    terms.within(null);
    origin(type);
  }

  private String variable() {
    if (!cursor.peek(1, ":") || !cursor.peek(Kind.NAME)) {
      return "";
    }
    String variable = cursor.take(Kind.NAME).text();
    cursor.expect(":");
    if (!variable.startsWith("$")) {
      throw cursor.refused("The variable (%s) needs a $ before its name.".formatted(variable));
    }
    return variable;
  }

  private String type() {
    String name = cursor.take(Kind.NAME).text();
    if (WIDER.contains(name)) {
      throw cursor.refused(refusal(name));
    }
    if (vocabulary.isVerdict(name)) {
      throw cursor.refused(
          "Conditions see facts, never verdicts (%s). Ask for the facts themselves."
              .formatted(name));
    }
    boolean text = name.equals("String") && level == RuleSet.Level.EXPERT;
    if (!vocabulary.facts().contains(name) && !text) {
      throw cursor.refused(
          "The word (%s) is not part of the vocabulary. Facts are %s.%s"
              .formatted(name, vocabulary.facts(), Near.hint(name, vocabulary.facts())));
    }
    if (!cursor.peek("(")) {
      throw cursor.refused("The fact (%s) needs parentheses.".formatted(name));
    }
    types.add(name);
    if (types.size() > MOST_PATTERNS) {
      throw cursor.refused(
          "One rule asks for more than (%d) facts. Split it.".formatted(MOST_PATTERNS));
    }
    return name;
  }

  private String refusal(String name) {
    boolean known = Set.of("accumulate", "forall", "from").contains(name);
    return known && level == RuleSet.Level.AUTHOR
        ? "The word (%s) needs (level: expert) in rule-set.yaml and a second person's approval."
            .formatted(name)
        : "The word (%s) is not allowed in rules. Ask for a fact that says it.".formatted(name);
  }

  private void constraint() {
    String variable = variable();
    if (variable.isEmpty()) {
      terms.condition();
      return;
    }
    int before = cursor.passed();
    boolean plain = cursor.peek(Kind.NAME) && !cursor.peek(1, ".");
    if (plain) {
      terms.condition();
    }
    if (!plain || cursor.computedSince(before)) {
      throw cursor.refused(
          "The variable (%s) is bound to a field, not to a computed value.".formatted(variable));
    }
    terms.bind(variable);
  }

  /** An expert's pattern may look at the elements of a list of a fact. */
  private void origin(String type) {
    if (level == RuleSet.Level.EXPERT && cursor.skip("from")) {
      if (!cursor.peek(Kind.NAME) || !terms.isBound(cursor.current().text())) {
        throw cursor.refused("After (from) comes a variable's list, as in ($order.goods).");
      }
      terms.sum();
    } else if (cursor.skip("from")) {
      throw cursor.refused(refusal("from"));
    } else if (type.equals("String")) {
      throw cursor.refused("A text is no fact. Say where it is (from).");
    }
  }

  /** accumulate( facts; $x : sum( $y ), ...; condition, ... ). */
  private void accumulate() {
    cursor.expect("accumulate");
    cursor.expect("(");
    cursor.deeper();
    either();
    cursor.expect(";");
    do {
      result();
    } while (cursor.skip(","));
    if (cursor.skip(";")) {
      do {
        terms.condition();
      } while (cursor.skip(","));
    }
    cursor.expect(")");
    cursor.back();
  }

  private void result() {
    String variable = variable();
    String function = cursor.take(Kind.NAME).text();
    if (variable.isEmpty() || !SUMMED.contains(function)) {
      throw cursor.refused(
          "Write a result like ($total : sum( $qty )) with one of %s."
              .formatted(SUMMED.stream().sorted().toList()));
    }
    cursor.expect("(");
    if (!cursor.peek(")")) {
      terms.sum();
    }
    cursor.expect(")");
    terms.bind(variable);
  }
}
