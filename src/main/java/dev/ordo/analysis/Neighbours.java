package dev.ordo.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pairs of rules that can hold together without looking at every pair: rules that want
 * different values of one field never meet, and of ranges only those that touch are compared.
 */
final class Neighbours {
  /** More than an honest rule set has; what is above is told and not compared. */
  private static final int MOST = 2_000_000;

  private final BiConsumer<Box, Box> visitor;
  private int visited;

  private Neighbours(BiConsumer<Box, Box> visitor) {
    this.visitor = visitor;
  }

  /** Visits each pair once; false if there were too many. */
  static boolean visit(List<Box> boxes, BiConsumer<Box, Box> visitor) {
    Neighbours neighbours = new Neighbours(visitor);
    neighbours.within(boxes, new HashSet<>());
    return neighbours.visited < MOST;
  }

  private void within(List<Box> boxes, Set<String> used) {
    String field = boxes.size() < 20 ? "" : selective(boxes, used);
    if (field.isEmpty()) {
      swept(boxes);
      return;
    }
    Set<String> deeper = new HashSet<>(used);
    deeper.add(field);
    Map<Object, List<Box>> groups = new HashMap<>();
    List<Box> open = new ArrayList<>();
    for (Box box : boxes) {
      Object only = only(box, field);
      if (only == null) {
        open.add(box);
      } else {
        groups.computeIfAbsent(only, k -> new ArrayList<>()).add(box);
      }
    }
    groups.values().forEach(group -> within(group, deeper));
    for (Box wide : open) {
      groups.values().forEach(group -> group.forEach(box -> pair(wide, box)));
    }
    within(open, deeper);
  }

  /** The field most rules want one value of. */
  private static String selective(List<Box> boxes, Set<String> used) {
    Map<String, Set<Object>> values = new HashMap<>();
    for (Box box : boxes) {
      box.parts()
          .forEach(
              (key, part) ->
                  part.fields()
                      .forEach(
                          (name, domain) -> {
                            String field = key + "\n" + name;
                            Object only = only(box, field);
                            if (only != null && !used.contains(field)) {
                              values.computeIfAbsent(field, f -> new HashSet<>()).add(only);
                            }
                          }));
    }
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static @Nullable Domain domain(Box box, String field) {
    String[] names = field.split("\n", 2);
    Box.Part part = box.parts().get(names[0]);
    return part == null || part.kind() == Condition.Kind.HAS_NOT
        ? null
        : part.fields().get(names[1]);
  }

  private static @Nullable Object only(Box box, String field) {
    Domain domain = domain(box, field);
    return domain == null ? null : domain.only();
  }

  private void swept(List<Box> boxes) {
    String field = ranged(boxes);
    List<Box> sorted = new ArrayList<>(boxes);
    sorted.sort(Comparator.comparing(box -> low(box, field)));
    List<Box> active = new ArrayList<>();
    for (Box box : sorted) {
      BigDecimal low = low(box, field);
      active.removeIf(before -> high(before, field).compareTo(low) < 0);
      active.forEach(before -> pair(before, box));
      active.add(box);
    }
  }

  private static String ranged(List<Box> boxes) {
    Map<String, Integer> count = new HashMap<>();
    for (Box box : boxes) {
      box.parts()
          .forEach(
              (key, part) ->
                  part.fields()
                      .forEach(
                          (name, domain) -> {
                            if (domain.from() != null && domain.to() != null) {
                              count.merge(key + "\n" + name, 1, Integer::sum);
                            }
                          }));
    }
    return count.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("\n");
  }

  private static BigDecimal low(Box box, String field) {
    Domain domain = domain(box, field);
    return domain == null || domain.from() == null
        ? BigDecimal.valueOf(Long.MIN_VALUE)
        : domain.from();
  }

  private static BigDecimal high(Box box, String field) {
    Domain domain = domain(box, field);
    return domain == null || domain.to() == null ? BigDecimal.valueOf(Long.MAX_VALUE) : domain.to();
  }

  private void pair(Box one, Box other) {
    if (visited++ < MOST) {
      boolean inOrder = one.shape().line() <= other.shape().line();
      visitor.accept(inOrder ? one : other, inOrder ? other : one);
    }
  }
}
