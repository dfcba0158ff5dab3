package dev.ordo.analysis;

import dev.ordo.analysis.Condition.Pattern;
import dev.ordo.analysis.Test.Comparison;
import dev.ordo.rules.Release;
import dev.ordo.rules.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Facts made of the values the rules speak of and their neighbours, so that limits are met. */
final class FactsAtRandom {
  private static final Set<String> FIRED = new HashSet<>();

  private final Vocabulary vocabulary;
  private final Random random;
  private final List<String> types = new ArrayList<>();
  private final Map<String, List<Object>> spoken = new HashMap<>();

  FactsAtRandom(Release release, Random random) {
    this.vocabulary = Vocabulary.of(release.set().facts());
    this.random = random;
    for (Shape shape : Shapes.of(release.sources())) {
      shape.patterns().forEach(this::listen);
    }
  }

  static void note(Collection<String> rules) {
    FIRED.addAll(rules);
  }

  Set<String> fired() {
    return FIRED;
  }

  private void listen(Pattern pattern) {
    if (!types.contains(pattern.type())) {
      types.add(pattern.type());
    }
    for (Test test : pattern.tests()) {
      if (test instanceof Comparison comparison) {
        for (Term term : comparison.right()) {
          if (term instanceof Term.Literal literal && literal.value() != null) {
            spoken
                .computeIfAbsent(comparison.left().text(), k -> new ArrayList<>())
                .add(literal.value());
          }
        }
      }
    }
  }

  List<Object> next() {
    List<Object> facts = new ArrayList<>();
    for (String type : types) {
      int count = random.nextInt(4);
      for (int i = 0; i < count; i++) {
        facts.add(fact(vocabulary.type(type)));
      }
    }
    return facts;
  }

  private Object fact(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      values[i] = value(components[i]);
    }
    try {
      return type.getDeclaredConstructor(parameters).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object value(RecordComponent component) {
    Class<?> type = component.getType();
    List<Object> known = spoken.getOrDefault(component.getName(), List.of());
    Object heard = known.isEmpty() || random.nextInt(5) == 0 ? null : pick(known);
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type.isEnum()) {
      return heard != null && random.nextBoolean() ? heard : pick(List.of(type.getEnumConstants()));
    }
    if (type == List.class) {
      return heard == null ? List.of() : List.of(heard, "OTHER");
    }
    if (type == String.class) {
      return heard instanceof String ? heard : pick(List.of("", "express", "SF", "EMS", "X"));
    }
    BigDecimal base =
        heard instanceof BigDecimal number ? number : BigDecimal.valueOf(random.nextInt(150));
    BigDecimal near = base.add(BigDecimal.valueOf(random.nextInt(3) - 1L));
    return number(type, near);
  }

  private static Object number(Class<?> type, BigDecimal value) {
    if (type == int.class) {
      return value.intValue();
    }
    return type == long.class ? (Object) value.longValue() : value;
  }

  private Object pick(List<?> from) {
    return from.get(random.nextInt(from.size()));
  }
}
