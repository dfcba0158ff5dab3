package dev.ordo.analysis;

import dev.ordo.analysis.Condition.Kind;
import dev.ordo.analysis.Finding.Code;
import dev.ordo.rules.Examples;
import dev.ordo.rules.Means;
import dev.ordo.rules.Release;
import dev.ordo.rules.Sources;
import dev.ordo.rules.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is wrong with rules by reading them, without running them. */
public final class Analysis {
  private final String point;
  private final Vocabulary vocabulary;
  private final List<Box> boxes;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Shape> empty = new HashSet<>();
  private final Set<Shape> repeated = new HashSet<>();

  private Analysis(Sources sources) {
    this.point = sources.point();
    this.vocabulary = Vocabulary.of(sources);
    this.boxes = Shapes.of(sources).stream().map(s -> Box.of(s, vocabulary)).toList();
  }

  /** Everything found in the files of a decision point, by file and line. */
  public static List<Finding> of(Sources sources) {
    Analysis analysis = new Analysis(sources);
    analysis.alone();
    analysis.together();
    analysis.findings.addAll(Gaps.of(analysis.point, sources, analysis.boxes));
    analysis.findings.sort(
        Comparator.comparing(Finding::file)
            .thenComparingInt(
                f -> Integer.parseInt("0" + f.place().replaceAll("\\D.*$|^\\D+", ""))));
    return analysis.findings;
  }

  /** The same, and the rules no example mentions. */
  public static List<Finding> of(Release release) {
    List<Finding> findings = new ArrayList<>(of(release.sources()));
    for (String rule : Examples.withoutExample(release)) {
      findings.add(
          new Finding(
              Code.NO_EXAMPLE,
              release.set().point(),
              release.rules().getOrDefault(rule, ""),
              "rule",
              rule,
              "No example mentions it: nobody has said when it should fire.",
              "Add one to examples/, or make one of an order."));
    }
    return findings;
  }

  /**
   * What rules say of things there are not.
   *
   * @param names codes there are, by the verdict's field that holds one
   */
  public static List<Finding> unknown(Sources sources, Map<String, Set<String>> names) {
    Analysis analysis = new Analysis(sources);
    analysis.boxes.forEach(box -> analysis.unknown(box.shape(), names));
    return analysis.findings;
  }

  private void unknown(Shape shape, Map<String, Set<String>> names) {
    Class<?> verdict = vocabulary.types().get(shape.verdict());
    RecordComponent[] fields = verdict == null ? null : verdict.getRecordComponents();
    for (int i = 0; fields != null && i < shape.arguments().size() && i < fields.length; i++) {
      Set<String> known = names.get(fields[i].getName());
      if (known != null
          && shape.arguments().get(i) instanceof Term.Literal(String name)
          && !known.contains(name)) {
        add(
            Code.UNKNOWN_NAME,
            shape,
            "There is no (%s) among [%s], so it has no effect."
                .formatted(name, String.join(", ", new TreeSet<>(known))),
            "Correct the code, or set up what is missing.");
      }
    }
  }

  private void alone() {
    for (Box box : boxes) {
      if (box.isEmpty()) {
        empty.add(box.shape());
        impossible(box);
      } else {
        new Costs(vocabulary, box.shape())
            .reason()
            .ifPresent(
                what ->
                    add(
                        Code.EXPENSIVE,
                        box.shape(),
                        what,
                        "Compare a field itself with a value or a variable, so that the engine can"
                            + " look it up."));
      }
    }
  }

  /** Values outside of what a field can be, or conditions against each other. */
  private void impossible(Box box) {
    Shape shape = box.shape();
    for (Condition.Pattern pattern : shape.patterns()) {
      for (Test test : pattern.tests()) {
        if (test instanceof Test.Comparison comparison && isImpossible(pattern, comparison)) {
          Outside outside = outside(pattern, comparison);
          String place = place(shape, comparison.column());
          findings.add(
              new Finding(
                  Code.NEVER_FIRES,
                  point,
                  shape.file(),
                  place,
                  shape.name(),
                  outside.what(),
                  outside.remedy()));
          return;
        }
      }
    }
    Code code = shape.table() ? Code.UNREACHABLE_ROW : Code.CONTRADICTION;
    add(
        code,
        shape,
        "Its conditions never hold together: %s.".formatted(clash(box)),
        "Change one of them or remove the " + (shape.table() ? "row." : "rule."));
  }

  private record Outside(String what, String remedy) {}

  private boolean isImpossible(Condition.Pattern pattern, Test.Comparison comparison) {
    Shape only = new Shape("", "", 0, false, List.of(alone(pattern, comparison)), "", List.of());
    return Box.of(only, vocabulary).isEmpty();
  }

  private static Condition alone(Condition.Pattern pattern, Test.Comparison comparison) {
    return new Condition.Pattern(pattern.type(), "", List.of(), List.of(comparison));
  }

  private Outside outside(Condition.Pattern pattern, Test.Comparison comparison) {
    Box any =
        Box.of(
            new Shape(
                "", "", 0, false, List.of(alone(pattern, anything(comparison))), "", List.of()),
            vocabulary);
    String domain =
        any.parts().values().stream()
            .flatMap(part -> part.fields().values().stream())
            .map(Domain::text)
            .findFirst()
            .orElse("");
    return new Outside(
        "It never fires: (%s) cannot be, (%s) of (%s) is %s."
            .formatted(comparison.text(), comparison.left().text(), pattern.type(), domain),
        "Compare with a value it can have.");
  }

  private static Test.Comparison anything(Test.Comparison comparison) {
    return new Test.Comparison(comparison.column(), comparison.left(), Operator.NOT_IN, List.of());
  }

  private static String clash(Box box) {
    for (Box.Part part : box.parts().values()) {
      for (Map.Entry<String, Domain> field : part.fields().entrySet()) {
        if (field.getValue().isEmpty()) {
          List<String> tests =
              box.shape().patterns().stream()
                  .filter(pattern -> pattern.type().equals(part.type()))
                  .flatMap(pattern -> pattern.tests().stream())
                  .map(Test::text)
                  .filter(text -> text.contains(field.getKey()))
                  .distinct()
                  .toList();
          return String.join(" and ", tests);
        }
      }
    }
    return "one fact is both asked for and forbidden";
  }

  private void together() {
    Map<String, List<Box>> sayingTheSame = new HashMap<>();
    Map<String, List<Box>> about = new HashMap<>();
    for (Box box : boxes) {
      if (!empty.contains(box.shape())) {
        sayingTheSame.computeIfAbsent(box.said(), k -> new ArrayList<>()).add(box);
        about.computeIfAbsent(subject(box), k -> new ArrayList<>()).add(box);
      }
    }
    sayingTheSame.values().forEach(this::redundant);
    about.values().forEach(this::conflicting);
  }

  private void redundant(List<Box> same) {
    Map<String, Box> seen = new HashMap<>();
    List<Box> different = new ArrayList<>();
    for (Box box : same) {
      Box first = seen.putIfAbsent(box.text(), box);
      if (first == null) {
        different.add(box);
      } else {
        repeated.add(box.shape());
        add(
            Code.DUPLICATE,
            box.shape(),
            "It asks and says the same as %s.".formatted(called(first, box)),
            "Remove one of the two.");
      }
    }
    compared(different, this::subsumed);
  }

  private void subsumed(Box one, Box other) {
    boolean inner = one.isWithin(other);
    if (inner || other.isWithin(one)) {
      Box narrow = inner ? one : other;
      Box wide = inner ? other : one;
      if (repeated.add(narrow.shape())) {
        add(
            Code.SUBSUMED,
            narrow.shape(),
            "Whenever it holds, %s holds too and says the same.".formatted(called(wide, narrow)),
            "Remove it, or say something else.");
      }
    } else if (isPartialOverlap(one, other)) {
      add(
          Code.OVERLAP,
          other.shape(),
          "It and %s both hold for %s.".formatted(called(one, other), common(one, other)),
          "Let one begin where the other ends.");
    }
  }

  /** Rows that differ in ranges only, and these overlap in part. */
  private static boolean isPartialOverlap(Box one, Box other) {
    return one.shape().table()
        && one.shape().file().equals(other.shape().file())
        && !one.isDisjoint(other)
        && !common(one, other).isEmpty();
  }

  private static String common(Box one, Box other) {
    if (!one.parts().keySet().equals(other.parts().keySet())) {
      return "";
    }
    List<String> common = new ArrayList<>();
    for (Map.Entry<String, Box.Part> entry : one.parts().entrySet()) {
      Box.Part there = other.parts().get(entry.getKey());
      Box.Part here = entry.getValue();
      if (there == null
          || !here.fields().keySet().equals(there.fields().keySet())
          || !here.other().equals(there.other())) {
        return "";
      }
      here.fields()
          .forEach(
              (field, domain) -> {
                Domain other1 = java.util.Objects.requireNonNull(there.fields().get(field));
                if (!domain.equals(other1)) {
                  common.add(
                      domain.isRange() && other1.isRange()
                          ? "%s %s".formatted(field, domain.and(other1).text())
                          : "");
                }
              });
    }
    return common.contains("") ? "" : String.join(", ", common);
  }

  private void conflicting(List<Box> about) {
    compared(
        about.stream().filter(box -> !repeated.contains(box.shape())).toList(),
        (one, other) -> {
          boolean same = one.text().equals(other.text());
          if (!one.said().equals(other.said())
              && (same || !sums(one) && isPartialOverlap(one, other) || within(one, other))) {
            add(
                Code.CONFLICT,
                other.shape(),
                "It says %s and %s says %s of the same facts."
                    .formatted(other.shape().said(), called(one, other), one.shape().said()),
                "Decide for one, or let their conditions exclude each other.");
          }
        });
  }

  private boolean within(Box one, Box other) {
    return !sums(one) && (one.isWithin(other) || other.isWithin(one));
  }

  /** Points of several rules add up: only equal conditions contradict. */
  private boolean sums(Box box) {
    Class<?> verdict = vocabulary.types().get(box.shape().verdict());
    return verdict != null
        && verdict.isRecord()
        && java.util.Arrays.stream(verdict.getRecordComponents())
            .anyMatch(c -> c.getName().equals("points"));
  }

  /** A verdict without what may not differ. */
  private String subject(Box box) {
    Shape shape = box.shape();
    Class<?> verdict = vocabulary.types().get(shape.verdict());
    if (verdict == null || verdict.getRecordComponents() == null) {
      return shape.said();
    }
    StringBuilder subject = new StringBuilder(shape.verdict());
    RecordComponent[] components = verdict.getRecordComponents();
    for (int i = 0; i < shape.arguments().size() && i < components.length; i++) {
      Means means = components[i].getAnnotation(Means.class);
      if (means == null || !means.decides()) {
        subject.append('\n').append(shape.arguments().get(i).text());
      }
    }
    return subject.toString();
  }

  private void compared(List<Box> boxes, java.util.function.BiConsumer<Box, Box> visitor) {
    if (boxes.size() > 1 && !Neighbours.visit(boxes, visitor)) {
      add(
          Code.NOT_COMPARED,
          boxes.getFirst().shape(),
          "More rules that say the same than can be compared with each other.",
          "Split the table by a column that all rows give one value for.");
    }
  }

  private static String called(Box box, Box from) {
    Shape shape = box.shape();
    String file = shape.file().equals(from.shape().file()) ? "" : " of " + shape.file();
    return "(%s) in %s%s".formatted(shape.name(), shape.place(), file);
  }

  private static String place(Shape shape, Test.Column column) {
    return column.isKnown() ? shape.place() + ", column " + column.letter() : shape.place();
  }

  private void add(Code code, Shape shape, String what, String remedy) {
    findings.add(new Finding(code, point, shape.file(), shape.place(), shape.name(), what, remedy));
  }

  /** Whether a part asks for a fact and not for its absence. */
  static boolean isAsked(Box.Part part) {
    return part.kind() != Kind.HAS_NOT;
  }
}
