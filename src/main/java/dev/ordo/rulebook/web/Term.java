package dev.ordo.rulebook.web;

import dev.ordo.analysis.Glossary;
import dev.ordo.rules.RuleSet;
import java.util.Comparator;
import java.util.List;

/**
 * A type of the vocabulary as editors offer it.
 *
 * @param kind FACT, VERDICT or VALUES
 * @param values constants of an enumeration
 */
record Term(String name, Kind kind, List<Field> fields, List<String> values) {
  /** What a type is for. */
  enum Kind {
    FACT,
    VERDICT,
    VALUES
  }

  /**
   * A field, or a question a fact answers.
   *
   * @param written as it stands in a condition
   * @param type simple name of its Java type
   * @param values what it may be, empty where anything goes
   */
  record Field(
      String name,
      String written,
      Sort sort,
      String type,
      String meaning,
      String meaningZh,
      List<String> values) {
    static Field anything() {
      return new Field("", "", Sort.TEXT, "String", "", "", List.of());
    }

    public boolean question() {
      return written.endsWith("()");
    }

    public String meaning(boolean chinese) {
      return chinese ? meaningZh : meaning;
    }
  }

  /** How a value is entered. */
  enum Sort {
    TEXT,
    NUMBER,
    AMOUNT,
    FLAG,
    CHOICE,
    LIST,
    OTHER
  }

  static List<Term> all(RuleSet set) {
    return Glossary.of(set).types().stream()
        .map(Term::of)
        .sorted(Comparator.comparing(Term::kind).thenComparing(Term::name))
        .toList();
  }

  private static Term of(Glossary.Type type) {
    if (type.use() == Glossary.Use.ENUM) {
      List<String> constants = type.fields().stream().map(Glossary.Field::name).toList();
      return new Term(type.name(), Kind.VALUES, List.of(), constants);
    }
    Kind kind = type.use() == Glossary.Use.FACT ? Kind.FACT : Kind.VERDICT;
    List<Field> fields = type.fields().stream().map(Term::field).toList();
    return new Term(type.name(), kind, fields, List.of());
  }

  private static Field field(Glossary.Field field) {
    return new Field(
        field.name(),
        field.written(),
        sort(field),
        field.type(),
        field.meaning(),
        field.meaningZh(),
        field.values().stream().map(value -> bare(field, value)).toList());
  }

  private static String bare(Glossary.Field field, String value) {
    String prefix = field.type() + ".";
    return value.startsWith(prefix) ? value.substring(prefix.length()) : value;
  }

  private static Sort sort(Glossary.Field field) {
    return switch (field.kind()) {
      case NUMBER -> field.type().equals("BigDecimal") ? Sort.AMOUNT : Sort.NUMBER;
      case TEXT -> Sort.TEXT;
      case TRUTH -> Sort.FLAG;
      case CHOICE -> Sort.CHOICE;
      case LIST -> Sort.LIST;
      case MOMENT -> Sort.OTHER;
    };
  }
}
