package dev.ordo.analysis;

import dev.ordo.analysis.Finding.Code;
import dev.ordo.rules.Sources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Holes between the rows of one table: ranges of a number that rows cover before and after but not
 * between, and the one constant of a list that no row names. Rows count as one series if all else
 * they choose by is equal.
 */
final class Gaps {
  /** One row's range of one field. */
  private record Range(Box box, Domain domain) {}

  private final String point;
  private final List<Finding> findings = new ArrayList<>();

  private Gaps(String point) {
    this.point = point;
  }

  static List<Finding> of(String point, Sources sources, List<Box> boxes) {
    Gaps gaps = new Gaps(point);
    Map<String, List<Box>> tables = new LinkedHashMap<>();
    for (Box box : boxes) {
      if (box.shape().table() && !box.isEmpty()) {
        tables.computeIfAbsent(box.shape().file(), f -> new ArrayList<>()).add(box);
      }
    }
    tables.values().forEach(gaps::table);
    return gaps.findings;
  }

  private void table(List<Box> rows) {
    Map<String, List<Range>> series = new LinkedHashMap<>();
    Map<String, List<Range>> lists = new HashMap<>();
    for (Box row : rows) {
      row.parts()
          .forEach(
              (key, part) -> {
                if (Analysis.isAsked(part)) {
                  part.fields()
                      .forEach(
                          (field, domain) -> {
                            Range range = new Range(row, domain);
                            if (domain.isRange()) {
                              String id = key + "." + field + "\n" + choices(row);
                              series.computeIfAbsent(id, k -> new ArrayList<>()).add(range);
                            } else if (isChoice(domain)) {
                              String id = key + "." + field;
                              lists.computeIfAbsent(id, k -> new ArrayList<>()).add(range);
                            }
                          });
                }
              });
    }
    series.forEach((id, ranges) -> holes(id.replaceAll("(?s)\n.*|.*\\.(?=\\w+\n)", ""), ranges));
    lists.forEach((id, ranges) -> missing(id, ranges, rows.size()));
  }

  private static boolean isChoice(Domain domain) {
    return domain.in() != null && domain.in().stream().anyMatch(Enum.class::isInstance);
  }

  /** What a row chooses by, other than numbers. */
  private static String choices(Box row) {
    StringBuilder choices = new StringBuilder(row.shape().verdict());
    row.parts()
        .forEach(
            (key, part) ->
                part.fields()
                    .forEach(
                        (field, domain) -> {
                          if (!domain.isRange() && Analysis.isAsked(part)) {
                            choices.append('\n').append(key).append(field).append(domain.text());
                          }
                        }));
    return choices.toString();
  }

  private void holes(String field, List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(
        Comparator.comparing(
            (Range r) ->
                r.domain().from() == null
                    ? BigDecimal.valueOf(Long.MIN_VALUE)
                    : r.domain().from()));
    Domain covered = null;
    for (Range range : sorted) {
      if (covered != null && isHole(covered, range.domain())) {
        hole(field, covered, range);
      }
      covered = covered == null || reaches(range.domain(), covered) ? range.domain() : covered;
    }
  }

  private static boolean reaches(Domain next, Domain covered) {
    return covered.to() != null
        && (next.to() == null
            || next.to().compareTo(covered.to()) > 0
            || (next.to().compareTo(covered.to()) == 0 && covered.toOpen()));
  }

  private static boolean isHole(Domain covered, Domain next) {
    if (covered.to() == null || next.from() == null) {
      return false;
    }
    BigDecimal end = covered.whole() ? covered.to().add(BigDecimal.ONE) : covered.to();
    int order = end.compareTo(next.from());
    return order < 0 || (order == 0 && !covered.whole() && covered.toOpen() && next.fromOpen());
  }

  private void hole(String field, Domain covered, Range next) {
    String from =
        (covered.toOpen() ? "" : "above ")
            + Domain.shown(java.util.Objects.requireNonNull(covered.to()));
    String to =
        (next.domain().fromOpen() ? "up to and with " : "below ")
            + Domain.shown(java.util.Objects.requireNonNull(next.domain().from()));
    add(
        next.box(),
        "No row covers (%s) from %s %s, though rows cover what is before and after."
            .formatted(field, from, to));
  }

  /** A list all rows choose from, and all but one of its constants named. */
  private void missing(String id, List<Range> ranges, int rows) {
    if (ranges.size() < rows || ranges.size() < 3) {
      return;
    }
    TreeSet<Object> left = new TreeSet<>(Comparator.comparing(Object::toString));
    Object one =
        java.util.Objects.requireNonNull(ranges.getFirst().domain().in()).iterator().next();
    left.addAll(List.of(((Enum<?>) one).getDeclaringClass().getEnumConstants()));
    ranges.forEach(range -> left.removeAll(java.util.Objects.requireNonNull(range.domain().in())));
    if (left.size() == 1 && ranges.size() >= 3) {
      add(
          ranges.getLast().box(),
          "No row names %s of (%s), though rows name all others."
              .formatted(left, id.replaceAll(".*\\.", "")));
    }
  }

  private void add(Box box, String what) {
    Shape shape = box.shape();
    findings.add(
        new Finding(
            Code.GAP,
            point,
            shape.file(),
            shape.place(),
            shape.name(),
            what,
            "Add a row, or widen one, or leave the cell empty in the last row."));
  }
}
