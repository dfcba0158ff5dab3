package dev.ordo.analysis;

import dev.ordo.analysis.Condition.Group;
import dev.ordo.analysis.Condition.Pattern;
import dev.ordo.rules.Means;
import dev.ordo.rules.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conditions the engine cannot look up and therefore computes for every combination of facts. */
final class Costs {
  private final Vocabulary vocabulary;
  private final Shape shape;

  Costs(Vocabulary vocabulary, Shape shape) {
    this.vocabulary = vocabulary;
    this.shape = shape;
  }

  /** Why the rule is expensive; empty if it is not. */
  Optional<String> reason() {
    for (Pattern pattern : shape.patterns()) {
      for (Test test : pattern.tests()) {
        if (test instanceof Test.Comparison c && isComputed(c.left()) && reads(c.left())) {
          return Optional.of(
              "It computes (%s) for every (%s).".formatted(c.text(), pattern.type()));
        }
      }
    }
    return crossed(shape.conditions());
  }

  private static boolean isComputed(Term term) {
    return term instanceof Term.Sum
        || term instanceof Term.Member member && !member.arguments().isEmpty();
  }

  private static boolean reads(Term term) {
    return switch (term) {
      case Term.Field field -> true;
      case Term.Variable variable -> true;
      case Term.Sum sum -> reads(sum.left()) || reads(sum.right());
      case Term.Member member -> reads(member.of());
      default -> false;
    };
  }

  /** Facts of which there are many, side by side without anything that joins them. */
  private Optional<String> crossed(List<Condition> conditions) {
    List<Pattern> many = new ArrayList<>();
    Set<String> variables = new HashSet<>();
    for (Condition condition : conditions) {
      if (condition instanceof Pattern pattern && isMany(pattern)) {
        if (!many.isEmpty() && !joins(pattern, variables)) {
          return Optional.of(
              "It joins every (%s) with every (%s) of a decision."
                  .formatted(many.getFirst().type(), pattern.type()));
        }
        many.add(pattern);
        variables.add(pattern.binding());
        pattern.bound().forEach(bound -> variables.add(bound.variable()));
      } else if (condition instanceof Group group) {
        Optional<String> inner = crossed(group.parts());
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isMany(Pattern pattern) {
    Class<?> type = vocabulary.types().get(pattern.type());
    Means means = type == null ? null : type.getAnnotation(Means.class);
    return means != null && means.many();
  }

  private static boolean joins(Pattern pattern, Set<String> variables) {
    return pattern.tests().stream()
        .anyMatch(
            test ->
                test instanceof Test.Comparison c
                    && c.operator() == Operator.EQUAL
                    && variables.stream()
                        .anyMatch(v -> !v.isEmpty() && c.right().getFirst().text().startsWith(v)));
  }
}
