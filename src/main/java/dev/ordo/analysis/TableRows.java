package dev.ordo.analysis;

import dev.ordo.analysis.Test.Column;
import dev.ordo.rules.RuleTables.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads from a rule of the translated text back to the row and the columns it was made of. */
final class TableRows {
  /**
   * A row of the sheet.
   *
   * @param columns one for each constraint of the rule, in its order
   */
  record Row(int row, List<Column> columns) {}

  static final TableRows NONE = new TableRows(Map.of(), Map.of());

  private static final Pattern COMMENT =
      Pattern.compile("// rule values at [A-Z]+(\\d+), header at [A-Z]+(\\d+)");

  private final Map<Integer, int[]> places;
  private final Map<Integer, Section> sections;

  private TableRows(Map<Integer, int[]> places, Map<Integer, Section> sections) {
    this.places = places;
    this.sections = sections;
  }

  static TableRows of(String drl, List<Section> sections) {
    Map<Integer, int[]> places = new HashMap<>();
    int line = 0;
    for (String text : drl.split("\n", -1)) {
      line++;
      Matcher comment = COMMENT.matcher(text);
      if (text.startsWith("//") && comment.find()) {
        int row = Integer.parseInt(comment.group(1));
        places.put(line + 1, new int[] {row, Integer.parseInt(comment.group(2))});
      }
    }
    Map<Integer, Section> byRow = new HashMap<>();
    sections.forEach(section -> byRow.put(section.row(), section));
    return new TableRows(places, byRow);
  }

  /** The row a rule of the translated text was made of. */
  Optional<Row> at(int line) {
    return Optional.ofNullable(places.get(line))
        .map(place -> new Row(place[0], columns(place[0], place[1])));
  }

  private List<Column> columns(int row, int header) {
    Section section = sections.get(header);
    List<Column> columns = new ArrayList<>();
    if (section != null) {
      for (Section.Column column : section.conditions()) {
        if (!section.cell(row, column).isBlank()) {
          Column known = new Column(column.letter(), column.heading());
          for (int i = 0; i < constraints(column.template()); i++) {
            columns.add(known);
          }
        }
      }
    }
    return columns;
  }

  /** Constraints are separated by commas outside of parentheses and texts. */
  private static int constraints(String template) {
    int depth = 0;
    int count = 1;
    boolean text = false;
    for (char c : template.toCharArray()) {
      text ^= c == '"';
      depth += text ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      count += !text && depth == 0 && c == ',' ? 1 : 0;
    }
    return count;
  }
}
