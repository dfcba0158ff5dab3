package dev.ordo.analysis;

import dev.ordo.analysis.Condition.Bound;
import dev.ordo.analysis.Condition.Group;
import dev.ordo.analysis.Condition.Kind;
import dev.ordo.analysis.Condition.Opaque;
import dev.ordo.analysis.Condition.Pattern;
import dev.ordo.analysis.Test.Column;
import dev.ordo.rules.RuleTables;
import dev.ordo.rules.Sources;
import dev.ordo.rules.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;

/** Reads the files of a decision point into shapes, by the engine's own parsers. */
public final class Shapes {
  private final String file;
  private final TableRows rows;
  private final Expressions expressions;
  private List<Column> columns = List.of();
  private int next;

  private Shapes(String file, TableRows rows, Expressions expressions) {
    this.file = file;
    this.rows = rows;
    this.expressions = expressions;
  }

  /**
   * All rules in the order of files and lines.
   *
   * @throws dev.ordo.rules.RuleSetBroken if a table cannot be read
   */
  public static List<Shape> of(Sources sources) {
    Vocabulary vocabulary = Vocabulary.of(sources);
    Expressions expressions = new Expressions(vocabulary);
    List<Shape> shapes = new ArrayList<>();
    RuleTables.texts(sources)
        .forEach(
            (file, drl) -> {
              TableRows rows =
                  RuleTables.isTable(file)
                      ? TableRows.of(drl, RuleTables.sections(sources, file))
                      : TableRows.NONE;
              shapes.addAll(new Shapes(file, rows, expressions).read(drl));
            });
    return shapes;
  }

  private List<Shape> read(String drl) {
    try {
      PackageDescr read = new DrlParser().parse(false, drl);
      return read == null
          ? List.of()
          : read.getRules().stream()
              .map(this::shape)
              .sorted(Comparator.comparingInt(Shape::line))
              .toList();
    } catch (DroolsParserException e) {
      return List.of();
    }
  }

  private Shape shape(RuleDescr rule) {
    Optional<TableRows.Row> row = rows.at(rule.getLine());
    columns = row.map(TableRows.Row::columns).orElse(List.of());
    next = 0;
    if (!columns.isEmpty() && columns.size() != constraints(rule.getLhs())) {
      columns = List.of();
    }
    List<Condition> conditions =
        rule.getLhs().getDescrs().stream().map(d -> condition((BaseDescr) d)).toList();
    Optional<Map.Entry<String, List<Term>>> said = said(String.valueOf(rule.getConsequence()));
    return new Shape(
        rule.getName(),
        file,
        row.map(TableRows.Row::row).orElse(rule.getLine()),
        row.isPresent(),
        conditions,
        said.map(Map.Entry::getKey).orElse(""),
        said.map(Map.Entry::getValue).orElse(List.of()));
  }

  private Optional<Map.Entry<String, List<Term>>> said(String consequence) {
    try {
      return expressions.inserted(consequence);
    } catch (Expressions.Unread e) {
      return Optional.empty();
    }
  }

  private static int constraints(Object descr) {
    return switch (descr) {
      case PatternDescr pattern -> pattern.getDescrs().size();
      case ConditionalElementDescr group ->
          group.getDescrs().stream().mapToInt(Shapes::constraints).sum();
      default -> 0;
    };
  }

  private Condition condition(BaseDescr descr) {
    return switch (descr) {
      case PatternDescr pattern when pattern.getSource() == null -> pattern(pattern);
      case AndDescr all -> group(Kind.ALL, all.getDescrs());
      case OrDescr any -> group(Kind.ANY, any.getDescrs());
      case NotDescr not -> group(Kind.HAS_NOT, not.getDescrs());
      case ExistsDescr exists -> group(Kind.EXISTS, exists.getDescrs());
      default -> new Opaque(descr.getClass().getSimpleName().replace("Descr", "").strip());
    };
  }

  private Condition group(Kind kind, List<?> parts) {
    List<Condition> read = parts.stream().map(part -> condition((BaseDescr) part)).toList();
    boolean plain = read.size() == 1 && (kind == Kind.ALL || kind == Kind.ANY);
    boolean nested =
        read.size() == 1 && read.getFirst() instanceof Group inner && inner.kind() == Kind.ALL;
    if (plain) {
      return read.getFirst();
    }
    return new Group(kind, nested ? ((Group) read.getFirst()).parts() : read);
  }

  private Condition pattern(PatternDescr pattern) {
    List<Bound> bound = new ArrayList<>();
    List<Test> tests = new ArrayList<>();
    try {
      for (BaseDescr constraint : pattern.getDescrs()) {
        read(constraint.toString(), column(), bound, tests);
      }
    } catch (Expressions.Unread e) {
      return new Opaque(pattern.getObjectType() + "( " + pattern.getDescrs() + " )");
    }
    String binding = Optional.ofNullable(pattern.getIdentifier()).orElse("");
    return new Pattern(pattern.getObjectType(), binding, bound, tests);
  }

  private Column column() {
    return next < columns.size() ? columns.get(next++) : Column.NONE;
  }

  private void read(String constraint, Column column, List<Bound> bound, List<Test> tests) {
    String variable = expressions.binding(constraint);
    if (!variable.isEmpty()) {
      bound.add(new Bound(variable, expressions.term(constraint)));
    }
    expressions.test(constraint, column).ifPresent(tests::add);
  }
}
