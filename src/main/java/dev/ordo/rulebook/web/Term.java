package dev.ordo.rulebook.web;

import dev.ordo.rules.Vocabulary;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
   * @param type simple name of its Java type
   * @param values what it may be, empty where anything goes
   * @param question written with parentheses behind it
   */
  record Field(
      String name, Sort sort, String type, List<String> values, boolean question) {
    /** As it is written in a condition. */
    public String written() {
      return question ? name + "()" : name;
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

  private static final Set<String> OF_EVERY_RECORD = Set.of("toString", "hashCode", "equals");

  static List<Term> all(Vocabulary vocabulary) {
    return vocabulary.types().values().stream()
        .map(type -> of(vocabulary, type))
        .sorted(Comparator.comparing(Term::kind).thenComparing(Term::name))
        .toList();
  }

  private static Term of(Vocabulary vocabulary, Class<?> type) {
    if (type.isEnum()) {
      return new Term(type.getSimpleName(), Kind.VALUES, List.of(), constants(type));
    }
    boolean verdict = vocabulary.isVerdict(type.getSimpleName());
    List<Field> fields = new ArrayList<>();
    for (RecordComponent part : type.getRecordComponents()) {
      fields.add(field(part.getName(), part.getType(), false));
    }
    if (!verdict) {
      questions(type).forEach(fields::add);
    }
    return new Term(type.getSimpleName(), verdict ? Kind.VERDICT : Kind.FACT, fields, List.of());
  }

  private static Stream<Field> questions(Class<?> type) {
    List<String> parts =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
        .filter(m -> m.getParameterCount() == 0 && !m.isSynthetic())
        .filter(m -> !OF_EVERY_RECORD.contains(m.getName()) && !parts.contains(m.getName()))
        .sorted(Comparator.comparing(Method::getName))
        .map(m -> field(m.getName(), m.getReturnType(), true));
  }

  private static Field field(String name, Class<?> type, boolean question) {
    Sort sort = sort(type);
    List<String> values =
        switch (sort) {
          case FLAG -> List.of("true", "false");
          case CHOICE -> constants(type);
          default -> List.of();
        };
    return new Field(name, sort, type.getSimpleName(), values, question);
  }

  private static Sort sort(Class<?> type) {
    if (type.isEnum()) {
      return Sort.CHOICE;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Sort.FLAG;
    }
    if (type == BigDecimal.class) {
      return Sort.AMOUNT;
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return Sort.NUMBER;
    }
    if (type == String.class) {
      return Sort.TEXT;
    }
    return Collection.class.isAssignableFrom(type) ? Sort.LIST : Sort.OTHER;
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
  }
}
