package dev.ordo.rulebook.web;

import dev.ordo.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule chosen from lists instead of written: when all conditions hold, one verdict.
 *
 * @param sentence what a clerk would say; the rule's name
 * @param verdict simple name of the verdict
 * @param parameters its fields in order; {@code {Fact.field}} takes the value of a fact
 */
record SimpleRule(
    String sentence, List<Condition> conditions, String verdict, List<String> parameters) {
  /** One comparison of a field with a value. */
  record Condition(Term fact, Term.Field field, String operator, String value) {
    String text() {
      return "%s %s %s".formatted(field.written(), operator, literal(field, value));
    }
  }

  static final List<String> OPERATORS =
      List.of("==", "!=", "<", "<=", ">", ">=", "contains", "not contains");

  private static final Pattern PLAIN = Pattern.compile("[^\"\\\\\\p{Cntrl}]{1,200}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
  private static final Pattern FROM_FACT = Pattern.compile("\\{(\\w+)\\.(\\w+)}");

  SimpleRule {
    plain("sentence", sentence);
    if (conditions.isEmpty()) {
      throw new Refusal("conditions", "", "Give at least one condition.");
    }
  }

  /** The rule as text. */
  String drl(Term said) {
    Map<String, List<String>> patterns = new LinkedHashMap<>();
    conditions.forEach(
        c -> patterns.computeIfAbsent(c.fact().name(), f -> new ArrayList<>()).add(c.text()));
    Set<String> bound = new TreeSet<>();
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < said.fields().size(); i++) {
      String given = i < parameters.size() ? parameters.get(i).strip() : "";
      arguments.add(argument(said.fields().get(i), given, patterns, bound));
    }
    String when =
        patterns.entrySet().stream()
            .map(pattern -> "  %s( %s )\n".formatted(pattern.getKey(), all(pattern.getValue())))
            .collect(Collectors.joining());
    return "rule \"%s\"\nwhen\n%sthen\n  insert( new %s( %s ) );\nend\n"
        .formatted(sentence, when, said.name(), String.join(", ", arguments));
  }

  private static String all(List<String> constraints) {
    return String.join(", ", constraints);
  }

  private static String argument(
      Term.Field field, String given, Map<String, List<String>> patterns, Set<String> bound) {
    Matcher fact = FROM_FACT.matcher(given);
    if (!fact.matches()) {
      return field.sort() == Term.Sort.TEXT && given.isEmpty() ? "\"\"" : literal(field, given);
    }
    String variable = "$" + fact.group(2);
    if (bound.add(variable)) {
      patterns
          .computeIfAbsent(fact.group(1), f -> new ArrayList<>())
          .add(variable + " : " + fact.group(2));
    }
    return variable;
  }

  /** A value as the rule language writes it. */
  private static String literal(Term.Field field, String value) {
    return switch (field.sort()) {
      case NUMBER -> number(field, value);
      case AMOUNT -> number(field, value) + "B";
      case FLAG -> oneOf(field, value);
      case CHOICE -> field.type() + "." + oneOf(field, value);
      default -> '"' + plain(field.name(), value) + '"';
    };
  }

  private static String number(Term.Field field, String value) {
    if (!NUMBER.matcher(value).matches()) {
      throw new Refusal(field.name(), value, "Give a number such as 500.");
    }
    return value;
  }

  private static String oneOf(Term.Field field, String value) {
    if (!field.values().contains(value)) {
      throw new Refusal(field.name(), value, "Choose one of " + field.values() + ".");
    }
    return value;
  }

  private static String plain(String field, String value) {
    if (!PLAIN.matcher(value).matches()) {
      throw new Refusal(field, value, "Write 1 to 200 characters without quotation marks.");
    }
    return value;
  }
}
