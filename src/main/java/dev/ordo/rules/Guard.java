package dev.ordo.rules;

import dev.ordo.rules.Tokens.Kind;
import dev.ordo.rules.Tokens.Token;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Lets through only what a rule may say: facts of the vocabulary compared with literals, and one
 * verdict inserted. It reads the text by a grammar of its own, so that what it does not know it
 * refuses: attributes, imports from elsewhere, functions, globals, eval, loops, qualified names,
 * escapes. What it hands on holds nothing it has not read.
 */
final class Guard {
  /**
   * A rule found in a file.
   *
   * @param types facts it joins, once for each time they are asked for
   */
  record Rule(String name, String file, int line, int endLine, List<String> types) {}

  private static final Set<String> IMPORTS =
      Set.of(
          "java.math.BigDecimal",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.Instant",
          "java.time.Duration",
          "java.util.List",
          "java.util.Set");
  private static final Set<String> DRL_WORDS =
      Set.of(
          "eval",
          "function",
          "declare",
          "global",
          "query",
          "salience",
          "update",
          "modify",
          "delete",
          "retract",
          "insert",
          "timer",
          "dialect",
          "unit",
          "rule",
          "when",
          "then",
          "end",
          "drools",
          "kcontext");
  private static final String IMPORT = " import dev.ordo.rules.Patterns;";
  private static final int LONGEST_FILE = 1_000_000;
  private static final int LONGEST_TABLE = 8_000_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_RULE = 5_000;
  private static final int MOST_RULES = 10_000;

  private final String point;
  private final Vocabulary vocabulary;
  private final RuleSet.Level level;
  private final List<RuleSetBroken.Fault> faults;
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private String file = "";
  private String rule = "";
  private Cursor cursor = new Cursor(List.of());
  private Terms terms;
  private Conditions conditions;
  private int afterPackage;

  Guard(
      String point, Vocabulary vocabulary, RuleSet.Level level, List<RuleSetBroken.Fault> faults) {
    this.point = point;
    this.vocabulary = vocabulary;
    this.level = level;
    this.faults = faults;
    this.terms = new Terms(cursor, vocabulary);
    this.conditions = new Conditions(cursor, vocabulary, terms, level);
  }

  /** The rules of all files checked so far. */
  List<Rule> rules() {
    return rules;
  }

  /** Checks one file and gives the text to compile in its place, line for line the same. */
  String check(String fileName, String text) {
    file = fileName;
    rule = "";
    int most = RuleTables.isTable(fileName) ? LONGEST_TABLE : LONGEST_FILE;
    if (text.length() > most) {
      fault("file", "is longer than (%,d) characters. Split it.".formatted(most));
      return "";
    }
    int before = faults.size();
    Tokens.Read read = Tokens.read(point + "/" + fileName, text, faults);
    start(read.tokens());
    if (faults.size() == before) {
      parse();
    }
    return faults.size() == before ? edited(read.bare()) : "";
  }

  private void start(List<Token> tokens) {
    cursor = new Cursor(tokens);
    terms = new Terms(cursor, vocabulary);
    conditions = new Conditions(cursor, vocabulary, terms, level);
  }

  private void parse() {
    try {
      header();
      while (!cursor.isAtEnd()) {
        rule();
      }
    } catch (Cursor.Refused e) {
      String place = "line " + e.line() + (rule.isEmpty() ? "" : ", " + rule);
      fault(place, e.reason());
    }
  }

  private void fault(String place, String what) {
    faults.add(new RuleSetBroken.Fault(point + "/" + file, place, what));
  }

  private String edited(String bare) {
    List<Terms.Edit> edits = new ArrayList<>(terms.edits());
    if (!edits.isEmpty()) {
      edits.add(new Terms.Edit(afterPackage, afterPackage, IMPORT));
    }
    StringBuilder text = new StringBuilder(bare);
    edits.sort(Comparator.comparingInt(Terms.Edit::from).reversed());
    edits.forEach(e -> text.replace(e.from(), e.to(), e.with()));
    return text.toString();
  }

  private void header() {
    cursor.expect("package");
    String name = qualified();
    if (!name.equals("rules." + point)) {
      throw cursor.refused("The package (%s) must be (rules.%s).".formatted(name, point));
    }
    afterPackage = cursor.last().end();
    while (cursor.skip("import")) {
      String imported = qualified();
      if (!vocabulary.covers(imported) && !IMPORTS.contains(imported)) {
        throw cursor.refused(
            "The import (%s) is not allowed. Import (%s.*)."
                .formatted(imported, vocabulary.factsPackage()));
      }
    }
  }

  private String qualified() {
    StringBuilder name = new StringBuilder(cursor.take(Kind.NAME).text());
    while (cursor.skip(".")) {
      boolean all = cursor.skip("*");
      name.append('.').append(all ? "*" : cursor.take(Kind.NAME).text());
      if (all) {
        break;
      }
    }
    cursor.skip(";");
    return name.toString();
  }

  private void rule() {
    int line = cursor.line();
    int from = cursor.passed();
    if (!cursor.peek("rule")) {
      throw cursor.refused(
          "Expected (rule), found (%s). A file holds a package, imports of facts and rules, nothing else."
              .formatted(Cursor.shown(cursor.take())));
    }
    cursor.take();
    named(cursor.take());
    if (!cursor.skip("when")) {
      throw cursor.refused(
          "Between the rule's name and (when) nothing is allowed: no salience, no attributes."
              + " Remove it.");
    }
    terms.startRule();
    conditions.all();
    consequence();
    int end = cursor.line();
    cursor.expect("end");
    add(new Rule(rule, file, line, end, conditions.types()), cursor.passed() - from);
  }

  private void named(Token name) {
    boolean word =
        name.kind() == Kind.NAME
            && !SourceVersion.isKeyword(name.text())
            && !DRL_WORDS.contains(name.text());
    if (name.kind() != Kind.TEXT && !word) {
      throw cursor.refused("A rule needs a name in quotation marks.");
    }
    rule = name.kind() == Kind.TEXT ? unquoted(name.text()) : name.text();
    if (rule.isBlank() || rule.length() > LONGEST_NAME) {
      rule = rule.isBlank() ? "" : rule.substring(0, LONGEST_NAME);
      throw cursor.refused("A rule's name has 1 to %d characters.".formatted(LONGEST_NAME));
    }
  }

  private void add(Rule found, int words) {
    if (words > LONGEST_RULE) {
      throw cursor.refused("The rule has more than (%,d) words. Split it.".formatted(LONGEST_RULE));
    }
    if (!names.add(found.name())) {
      throw cursor.refused("The rule's name is taken. Names are unique within a decision point.");
    }
    if (rules.size() >= MOST_RULES) {
      throw cursor.refused(
          "A decision point has at most (%,d) rules. Remove some.".formatted(MOST_RULES));
    }
    rules.add(found);
  }

  /** insert(new Verdict(...)); and nothing else. */
  private void consequence() {
    for (String word : List.of("insert", "(", "new")) {
      if (!cursor.skip(word)) {
        cursor.take();
        throw cursor.refused(
            "The consequence is one (insert( new ... );) of a verdict, nothing else.");
      }
    }
    Token verdict = cursor.take(Kind.NAME);
    if (!vocabulary.isVerdict(verdict.text())) {
      throw cursor.refused(
          "(%s) is not a verdict of this vocabulary. Use one of %s."
              .formatted(verdict.text(), vocabulary.verdicts()));
    }
    cursor.expect("(");
    arguments(vocabulary.type(verdict.text()));
    cursor.expect(")");
    cursor.expect(";");
  }

  private void arguments(Class<?> verdict) {
    RecordComponent[] fields = verdict.getRecordComponents();
    int given = 0;
    if (!cursor.skip(")")) {
      do {
        boolean known = given < fields.length;
        terms.said(known ? fields[given].getType() : null, known ? fields[given].getName() : "");
        given++;
      } while (cursor.skip(","));
      cursor.expect(")");
    }
    int count = given;
    if (Arrays.stream(verdict.getConstructors()).noneMatch(c -> c.getParameterCount() == count)) {
      List<String> names = Arrays.stream(fields).map(RecordComponent::getName).toList();
      throw cursor.refused(
          "(%s) takes %d values %s, not %d."
              .formatted(verdict.getSimpleName(), fields.length, names, given));
    }
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }
}
