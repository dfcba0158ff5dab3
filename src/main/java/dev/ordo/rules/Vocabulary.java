package dev.ordo.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words the rules of one decision point may use: the records and enums of its facts package.
 *
 * @param types by simple name
 * @param names components, methods and enum constants of all types
 * @param version hash of all shapes: when it changes, releases are made anew
 */
public record Vocabulary(
    String factsPackage, SortedMap<String, Class<?>> types, Set<String> names, String version) {
  private static final Map<String, Vocabulary> KNOWN = new ConcurrentHashMap<>();
  private static final Map<Class<?>, Set<String>> NAMES = new ConcurrentHashMap<>();

  /** The vocabulary of a package of facts, read once. */
  public static Vocabulary of(String factsPackage) {
    return KNOWN.computeIfAbsent(factsPackage, Vocabulary::read);
  }

  /** The vocabulary a decision point's rule-set.yaml names. */
  public static Vocabulary of(Sources sources) {
    return of(RuleSet.of(sources).facts());
  }

  /** A record or enum by its simple name. */
  public Class<?> type(String simpleName) {
    Class<?> type = types.get(simpleName);
    if (type == null) {
      throw new IllegalArgumentException(
          "The vocabulary (%s) has no type (%s).".formatted(factsPackage, simpleName));
    }
    return type;
  }

  /** Whether an import stays within the vocabulary. */
  boolean covers(String imported) {
    return imported.equals(factsPackage + ".*")
        || (imported.startsWith(factsPackage + ".")
            && types.containsKey(imported.substring(factsPackage.length() + 1)));
  }

  /** Whether rules may insert it. */
  public boolean isVerdict(String simpleName) {
    Class<?> type = types.get(simpleName);
    return type != null && type.isRecord() && Verdict.class.isAssignableFrom(type);
  }

  /** What may follow a point after a value, in every vocabulary; in alphabetical order. */
  public static Set<String> functions() {
    return new TreeSet<>(Terms.FUNCTIONS);
  }

  /** Names of the records that are facts. */
  List<String> facts() {
    return types.values().stream()
        .filter(type -> type.isRecord() && !Verdict.class.isAssignableFrom(type))
        .map(Class::getSimpleName)
        .toList();
  }

  /** Names of the records rules may insert. */
  List<String> verdicts() {
    return types.keySet().stream().filter(this::isVerdict).toList();
  }

  private static Vocabulary read(String factsPackage) {
    SortedMap<String, Class<?>> types = new TreeMap<>();
    String pattern = "classpath*:" + factsPackage.replace('.', '/') + "/*.class";
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        add(types, factsPackage, Objects.requireNonNull(file.getFilename()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> names = new TreeSet<>();
    types.values().forEach(type -> addNames(names, type));
    return new Vocabulary(factsPackage, types, names, version(types));
  }

  private static void add(SortedMap<String, Class<?>> types, String factsPackage, String file) {
    String name = file.substring(0, file.length() - ".class".length());
    if (name.equals("package-info")) {
      return;
    }
    try {
      Class<?> type =
          Class.forName(factsPackage + "." + name, false, Vocabulary.class.getClassLoader());
      if (Modifier.isPublic(type.getModifiers()) && (type.isRecord() || type.isEnum())) {
        types.put(type.getSimpleName(), type);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fields, methods and constants of one type. */
  static Set<String> names(Class<?> type) {
    return NAMES.computeIfAbsent(
        type,
        t -> {
          Set<String> names = new TreeSet<>();
          addNames(names, t);
          names.removeAll(Set.of("equals", "toString"));
          return names;
        });
  }

  private static void addNames(Set<String> names, Class<?> type) {
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        names.add(((Enum<?>) constant).name());
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        names.add(method.getName());
      }
    }
    names.removeAll(Set.of("hashCode", "values", "valueOf"));
  }

  private static String version(SortedMap<String, Class<?>> types) {
    StringBuilder shapes = new StringBuilder();
    types.forEach((name, type) -> shapes.append(name).append(shape(type)).append('\n'));
    return Sources.sha256(shapes.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  private static String shape(Class<?> type) {
    StringBuilder shape = new StringBuilder();
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        shape.append(' ').append(constant);
      }
      return shape.toString();
    }
    for (RecordComponent component : type.getRecordComponents()) {
      shape.append(' ').append(component.getGenericType()).append(' ').append(component.getName());
    }
    return shape.toString();
  }
}
