package dev.ordo.rules;

import dev.ordo.rules.Tokens.Kind;
import dev.ordo.rules.Tokens.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets through only what a rule may say: facts of the vocabulary compared with literals, and one
 * verdict inserted. It reads the text by a grammar of its own, so that what it does not know it
 * refuses: attributes, imports from elsewhere, functions, globals, eval, from, accumulate, loops,
 * qualified names, escapes.
 */
final class Guard {
  /** A rule found in a file. */
  record Rule(String name, String file, int line, int endLine) {}

  private static final Set<String> CONDITION_WORDS =
      Set.of("not", "exists", "and", "or", "in", "contains", "this", "null", "true", "false");
  private static final Set<String> TYPES =
      Set.of("BigDecimal", "LocalDate", "LocalTime", "Instant", "Duration", "List", "Set");
  private static final Set<String> FUNCTIONS =
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
  private static final Set<String> IMPORTS =
      Set.of(
          "java.math.BigDecimal",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.Instant",
          "java.time.Duration",
          "java.util.List",
          "java.util.Set");

  private final String point;
  private final Vocabulary vocabulary;
  private final List<RuleSetBroken.Fault> faults;
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> variables = new HashSet<>();
  private String file = "";
  private String rule = "";
  private List<Token> tokens = List.of();
  private int next;

  Guard(String point, Vocabulary vocabulary, List<RuleSetBroken.Fault> faults) {
    this.point = point;
    this.vocabulary = vocabulary;
    this.faults = faults;
  }

  /** The rules of all files checked so far. */
  List<Rule> rules() {
    return rules;
  }

  void check(String fileName, String text) {
    file = fileName;
    rule = "";
    next = 0;
    int before = faults.size();
    tokens = Tokens.of(point + "/" + fileName, text, faults);
    if (faults.size() == before) {
      try {
        header();
        while (next < tokens.size()) {
          rule();
        }
      } catch (Refused e) {
        String place = rule.isEmpty() ? "line " + e.line : "line %d, %s".formatted(e.line, rule);
        faults.add(new RuleSetBroken.Fault(point + "/" + file, place, e.reason));
      }
    }
  }

  private void header() {
    expect("package");
    String name = qualified();
    if (!name.equals("rules." + point)) {
      throw refused("The package (%s) must be (rules.%s).".formatted(name, point));
    }
    while (peek("import")) {
      next++;
      String imported = qualified();
      if (!vocabulary.covers(imported) && !IMPORTS.contains(imported)) {
        throw refused(
            "The import (%s) is not allowed. Import (%s.*)."
                .formatted(imported, vocabulary.factsPackage()));
      }
    }
  }

  private String qualified() {
    StringBuilder name = new StringBuilder(take(Kind.NAME).text());
    while (peek(".")) {
      next++;
      boolean all = peek("*");
      name.append('.').append(all ? "*" : take(Kind.NAME).text());
      if (all) {
        next++;
        break;
      }
    }
    if (peek(";")) {
      next++;
    }
    return name.toString();
  }

  private void rule() {
    int line = line();
    expect("rule");
    Token name = take();
    if (name.kind() != Kind.TEXT && name.kind() != Kind.NAME) {
      throw refused("A rule needs a name in quotation marks.");
    }
    rule = name.kind() == Kind.TEXT ? unquoted(name.text()) : name.text();
    variables.clear();
    if (!peek("when")) {
      throw refused(
          "Between the rule's name and (when) nothing is allowed: no salience, no attributes.");
    }
    next++;
    conditions();
    consequence();
    int end = line();
    expect("end");
    addRule(new Rule(rule, file, line, end));
  }

  private void addRule(Rule found) {
    if (rules.stream().anyMatch(r -> r.name().equals(found.name()))) {
      throw refused("The rule's name is taken. Names are unique within a decision point.");
    }
    rules.add(found);
  }

  private void conditions() {
    int depth = 0;
    while (!peek("then")) {
      Token token = take();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (token.kind() == Kind.NAME) {
        condition(token, depth);
      } else if (token.is(";")) {
        throw refused("The sign (;) does not belong into conditions.");
      }
    }
    next++;
  }

  private void condition(Token token, int depth) {
    String name = token.text();
    if (name.startsWith("$") && peek(":")) {
      variables.add(name);
      return;
    }
    if (vocabulary.isVerdict(name)) {
      throw refused("Conditions see facts, never verdicts (%s).".formatted(name));
    }
    if (depth == 0 && vocabulary.types().containsKey(name) && !peek("(")) {
      throw refused("The fact (%s) needs parentheses.".formatted(name));
    }
    if (!CONDITION_WORDS.contains(name)) {
      known(token);
    }
  }

  /** insert(new Verdict(...)); and nothing else. */
  private void consequence() {
    for (String word : List.of("insert", "(", "new")) {
      if (!peek(word)) {
        throw refused("The consequence is one (insert(new ...)) of a verdict.");
      }
      next++;
    }
    Token verdict = take(Kind.NAME);
    if (!vocabulary.isVerdict(verdict.text())) {
      throw refused("(%s) is not a verdict of this vocabulary.".formatted(verdict.text()));
    }
    int depth = 1;
    while (depth > 0) {
      Token token = take();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      argument(token);
    }
    expect(";");
  }

  private void argument(Token token) {
    if (token.is(";") || token.is("end")) {
      throw refused("The consequence inserts one verdict and ends with (;).");
    }
    if (token.kind() == Kind.NAME && !Set.of("null", "true", "false").contains(token.text())) {
      known(token);
    }
  }

  private void known(Token token) {
    String name = token.text();
    boolean known =
        variables.contains(name)
            || vocabulary.types().containsKey(name)
            || vocabulary.names().contains(name)
            || TYPES.contains(name)
            || FUNCTIONS.contains(name);
    if (!known) {
      throw refused("The word (%s) is not part of the vocabulary.".formatted(name));
    }
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }

  private boolean peek(String wanted) {
    return next < tokens.size() && tokens.get(next).is(wanted);
  }

  private void expect(String wanted) {
    if (!peek(wanted)) {
      String found = next < tokens.size() ? tokens.get(next).text() : "the end of the file";
      throw refused("Expected (%s), found (%s).".formatted(wanted, found));
    }
    next++;
  }

  private Token take() {
    if (next >= tokens.size()) {
      throw refused("The file ends in the middle of a rule.");
    }
    return tokens.get(next++);
  }

  private Token take(Kind kind) {
    Token token = take();
    if (token.kind() != kind) {
      throw refused("Did not expect (%s) here.".formatted(token.text()));
    }
    return token;
  }

  private int line() {
    return tokens.isEmpty() ? 1 : tokens.get(Math.min(next, tokens.size() - 1)).line();
  }

  private Refused refused(String reason) {
    int last = Math.clamp(next - 1, 0, Math.max(0, tokens.size() - 1));
    return new Refused(tokens.isEmpty() ? 1 : tokens.get(last).line(), reason);
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String reason;

    Refused(int line, String reason) {
      super(reason, null, false, false);
      this.line = line;
      this.reason = reason;
    }
  }
}
