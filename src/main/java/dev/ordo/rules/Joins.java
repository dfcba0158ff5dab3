package dev.ordo.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many combinations of facts the rules of a release could be asked to join: nobody can stop the
 * engine while it joins, so what would take too long is not begun.
 */
final class Joins {
  /** About a second of joining and a tenth of a gigabyte. */
  private static final long MOST = 2_000_000;

  private final List<Map<String, Integer>> shapes;
  private final int longest;

  Joins(Vocabulary vocabulary, List<Guard.Rule> rules) {
    this.shapes =
        rules.stream()
            .map(rule -> shape(vocabulary, rule.types()))
            .filter(shape -> count(shape) > 1)
            .distinct()
            .toList();
    this.longest = shapes.stream().mapToInt(Joins::count).max().orElse(1);
  }

  private static Map<String, Integer> shape(Vocabulary vocabulary, List<String> types) {
    return types.stream()
        .filter(type -> vocabulary.types().containsKey(type))
        .collect(Collectors.toMap(type -> type, type -> 1, Integer::sum, TreeMap::new));
  }

  private static int count(Map<String, Integer> shape) {
    return shape.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether these facts can be joined in bounded time and memory. */
  boolean bear(Collection<?> facts) {
    return power(facts.size(), longest) <= MOST || eachBears(facts);
  }

  private boolean eachBears(Collection<?> facts) {
    Map<String, Long> counts =
        facts.stream()
            .collect(
                Collectors.groupingBy(f -> f.getClass().getSimpleName(), Collectors.counting()));
    for (Map<String, Integer> shape : shapes) {
      List<Long> factors = new ArrayList<>();
      shape.forEach((type, times) -> factors.add(power(counts.getOrDefault(type, 0L), times)));
      if (product(factors) > MOST) {
        return false;
      }
    }
    return true;
  }

  private static long product(List<Long> factors) {
    long product = 1;
    for (long factor : factors) {
      product = Math.min(MOST + 1, product) * Math.max(1, Math.min(MOST + 1, factor));
    }
    return product;
  }

  private static long power(long base, int times) {
    long power = 1;
    for (int i = 0; i < times && power <= MOST; i++) {
      power *= Math.max(1, Math.min(MOST + 1, base));
    }
    return power;
  }
}
