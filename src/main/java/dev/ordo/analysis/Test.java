package dev.ordo.analysis;

import java.util.List;
import java.util.stream.Collectors;

/** One test of a fact's fields. */
public sealed interface Test {
  /** The column of the table it came from. */
  Column column();

  /** The test as people write it, such as {@code goodsAmount ≥ 500}. */
  String text();

  /**
   * A column of a decision table.
   *
   * @param letter as spreadsheets count, empty where the rule is no table row
   * @param heading what the table calls it
   */
  record Column(String letter, String heading) {
    static final Column NONE = new Column("", "");

    public boolean isKnown() {
      return !letter.isEmpty();
    }
  }

  /**
   * A comparison.
   *
   * @param right one value; several where the operator looks into a list
   */
  record Comparison(Column column, Term left, Operator operator, List<Term> right) implements Test {
    public Comparison {
      right = List.copyOf(right);
    }

    @Override
    public String text() {
      if (operator == Operator.IN || operator == Operator.NOT_IN) {
        String list = right.stream().map(Term::text).sorted().collect(Collectors.joining(", "));
        return left.text() + " " + operator.sign() + " (" + list + ")";
      }
      return left.text() + " " + operator.sign() + " " + right.getFirst().text();
    }
  }

  /** All parts hold, or one of them. */
  record Joined(Column column, boolean all, List<Test> parts) implements Test {
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      String joint = all ? " and " : " or ";
      return parts.stream().map(Test::text).collect(Collectors.joining(joint, "(", ")"));
    }
  }

  /** The part does not hold. */
  record Not(Column column, Test part) implements Test {
    @Override
    public String text() {
      return "not (" + part.text() + ")";
    }
  }
}
