package dev.ordo.analysis;

import dev.ordo.analysis.Condition.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One rule as what it asks and what it says, whether it was written as text or as a table row.
 *
 * @param file file within the decision point's folder
 * @param line line of the file; row of the sheet where the file is a table
 * @param table whether it is a row of a decision table
 * @param conditions all of them must hold
 * @param verdict type of the verdict it inserts, empty if it could not be read
 * @param arguments what the verdict is made of
 */
public record Shape(
    String name,
    String file,
    int line,
    boolean table,
    List<Condition> conditions,
    String verdict,
    List<Term> arguments) {
  public Shape {
    conditions = List.copyOf(conditions);
    arguments = List.copyOf(arguments);
  }

  /** Where people find it. */
  public String place() {
    return (table ? "row " : "line ") + line;
  }

  /** What it says, as people write it. */
  public String said() {
    return verdict + "(" + String.join(", ", arguments.stream().map(Term::text).toList()) + ")";
  }

  /** Every pattern, also those within groups, in the order of the text. */
  public List<Pattern> patterns() {
    List<Pattern> patterns = new ArrayList<>();
    conditions.forEach(condition -> visit(condition, patterns::add));
    return patterns;
  }

  private static void visit(Condition condition, Consumer<Pattern> visitor) {
    switch (condition) {
      case Pattern pattern -> visitor.accept(pattern);
      case Condition.Group group -> group.parts().forEach(part -> visit(part, visitor));
      case Condition.Opaque opaque -> {}
    }
  }
}
