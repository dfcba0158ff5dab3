package dev.ordo.analysis;

import dev.ordo.rules.Means;
import dev.ordo.rules.RuleSet;
import dev.ordo.rules.Vocabulary;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of a decision point with their meaning: for the page people read before they write a
 * rule and for editors that complete what they type.
 *
 * @param operators by kind of field, as the rule language writes them
 * @param functions what may follow a point after a value
 */
public record Glossary(
    String point,
    String factsPackage,
    List<Type> types,
    Map<Kind, List<String>> operators,
    List<String> functions) {
  /** What a type is for. */
  public enum Use {
    FACT,
    VERDICT,
    ENUM
  }

  /** What can be asked of a field. */
  public enum Kind {
    NUMBER,
    TEXT,
    TRUTH,
    CHOICE,
    LIST,
    MOMENT
  }

  /** A fact, a verdict, or a list of constants, whose fields are then the constants. */
  public record Type(String name, Use use, String meaning, String meaningZh, List<Field> fields) {
    public String meaning(boolean chinese) {
      return chinese ? meaningZh : meaning;
    }
  }

  /**
   * A field of a fact or verdict.
   *
   * @param written as a rule writes it: a function with its parentheses
   * @param type its Java type, the name of the enum where it is a choice
   * @param unit what a number counts, empty without one
   * @param values all it can be, empty where there is no end of them
   * @param example as a rule writes it
   */
  public record Field(
      String name,
      String written,
      Kind kind,
      String type,
      String meaning,
      String meaningZh,
      String unit,
      List<String> values,
      String example) {
    public String meaning(boolean chinese) {
      return chinese ? meaningZh : meaning;
    }
  }

  private static final List<String> COMPARED = List.of("==", "!=", "in", "not in");
  private static final List<String> ORDERED =
      List.of("==", "!=", "<", "<=", ">", ">=", "in", "not in");
  private static final Map<Kind, List<String>> OPERATORS =
      new TreeMap<>(
          Map.of(
              Kind.NUMBER,
              ORDERED,
              Kind.MOMENT,
              ORDERED,
              Kind.TEXT,
              List.of("==", "!=", "in", "not in", "matches", "not matches"),
              Kind.TRUTH,
              List.of("==", "!="),
              Kind.CHOICE,
              COMPARED,
              Kind.LIST,
              List.of("contains", "not contains")));

  /** The words of a decision point. */
  public static Glossary of(RuleSet set) {
    Vocabulary vocabulary = Vocabulary.of(set.facts());
    List<Type> types = vocabulary.types().values().stream().map(t -> type(vocabulary, t)).toList();
    return new Glossary(
        set.point(), set.facts(), types, OPERATORS, List.copyOf(Vocabulary.functions()));
  }

  /** A type by its name. */
  public Optional<Type> type(String name) {
    return types.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** A field by the names of its type and itself. */
  public Optional<Field> field(String type, String name) {
    return type(type).stream()
        .flatMap(found -> found.fields().stream())
        .filter(field -> field.name().equals(name))
        .findFirst();
  }

  private static Type type(Vocabulary vocabulary, Class<?> type) {
    String name = type.getSimpleName();
    Use use = type.isEnum() ? Use.ENUM : vocabulary.isVerdict(name) ? Use.VERDICT : Use.FACT;
    List<Field> fields = use == Use.ENUM ? constants(type) : fields(type, use == Use.FACT);
    Means means = type.getAnnotation(Means.class);
    return new Type(name, use, english(means), chinese(means), fields);
  }

  private static List<Field> constants(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(java.lang.reflect.Field::isEnumConstant)
        .map(f -> field(f.getName(), type.getSimpleName() + "." + f.getName(), type, f))
        .toList();
  }

  private static List<Field> fields(Class<?> type, boolean functions) {
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(field(component.getName(), component.getName(), component.getType(), component));
    }
    List<String> known = fields.stream().map(Field::name).toList();
    Arrays.stream(functions ? type.getDeclaredMethods() : new Method[0])
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0 && !known.contains(method.getName()))
        .filter(method -> !List.of("hashCode", "toString").contains(method.getName()))
        .sorted(java.util.Comparator.comparing(Method::getName))
        .forEach(m -> fields.add(field(m.getName(), m.getName() + "()", m.getReturnType(), m)));
    return fields;
  }

  private static Field field(String name, String written, Class<?> type, AnnotatedElement element) {
    Means means = element.getAnnotation(Means.class);
    return new Field(
        name,
        written,
        kind(type),
        type.getSimpleName(),
        english(means),
        chinese(means),
        means == null ? "" : means.unit(),
        values(type, means),
        means == null ? "" : means.example());
  }

  private static List<String> values(Class<?> type, @Nullable Means means) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> type.getSimpleName() + "." + ((Enum<?>) constant).name())
          .toList();
    }
    if (type == boolean.class) {
      return List.of("true", "false");
    }
    return means == null ? List.of() : List.of(means.values());
  }

  static Kind kind(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return Kind.TRUTH;
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == BigDecimal.class) {
      return Kind.NUMBER;
    }
    if (type.isEnum()) {
      return Kind.CHOICE;
    }
    if (Collection.class.isAssignableFrom(type)) {
      return Kind.LIST;
    }
    return type == String.class ? Kind.TEXT : Kind.MOMENT;
  }

  private static String english(@Nullable Means means) {
    return means == null ? "" : means.value();
  }

  private static String chinese(@Nullable Means means) {
    return means == null ? "" : means.zh();
  }
}
