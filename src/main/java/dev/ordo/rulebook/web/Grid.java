package dev.ordo.rulebook.web;

import dev.ordo.rulebook.Draft;
import dev.ordo.rules.RuleSheets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;

/**
 * A decision table as a grid shows it: columns that know what goes into them, and the rows below
 * the headings.
 *
 * @param name what stands behind {@code RuleTable}, empty where a sheet has several tables
 * @param firstRow row of the sheet that comes first here, counted from 1
 * @param above the rows of the sheet above the first one
 */
record Grid(
    String name,
    int firstRow,
    List<Column> columns,
    List<List<String>> rows,
    List<List<String>> above,
    int version) {
  /** Rows of a table above its data: name, types, facts, templates, headings. */
  private static final int HEAD = 5;

  private static final Pattern FACT =
      Pattern.compile("(?:(?:not|exists)\\s+)?(?:\\$?\\w+\\s*:\\s*)?(\\w+).*");
  private static final Pattern FIELD = Pattern.compile("\\s*(\\w+)(?:\\(\\))?\\s*([=!<>]=?|)");

  /**
   * A column.
   *
   * @param letter as spreadsheets count
   * @param type CONDITION, ACTION, NAME or DESCRIPTION; empty for a column outside of tables
   * @param sort how its cells are entered
   * @param values pick list, empty where anything goes
   */
  record Column(
      String letter,
      String type,
      String fact,
      String template,
      String heading,
      Term.Sort sort,
      List<String> values) {}

  static Grid of(Draft draft, String file, List<Term> terms) {
    List<List<String>> cells = trimmed(RuleSheets.cells(draft.sources(), file));
    List<Integer> tables =
        IntStream.range(0, cells.size()).filter(row -> isTable(cells.get(row))).boxed().toList();
    int width = cells.stream().mapToInt(List::size).max().orElse(1);
    int data = tables.size() == 1 ? tables.getFirst() + HEAD : 0;
    if (data == 0 || data > cells.size()) {
      return new Grid("", 1, plain(width), cells, List.of(), draft.version());
    }
    int head = data - HEAD;
    List<Column> columns =
        IntStream.range(0, width).mapToObj(c -> column(terms, cells, head, c)).toList();
    return new Grid(
        first(cells.get(head)).substring("RuleTable".length()).strip(),
        data + 1,
        columns,
        padded(cells.subList(data, cells.size()), width),
        cells.subList(0, data),
        draft.version());
  }

  /** All cells of the sheet with other rows below the headings; empty rows at the end fall away. */
  List<List<String>> with(List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(above);
    for (List<String> row : rows) {
      all.add(row.stream().map(cell -> cell == null ? "" : cell.strip()).toList());
    }
    return trimmed(all);
  }

  private static boolean isTable(List<String> row) {
    return first(row).startsWith("RuleTable");
  }

  private static String first(List<String> row) {
    return row.stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
  }

  private static List<List<String>> trimmed(List<List<String>> cells) {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).stream().allMatch(String::isBlank)) {
      end--;
    }
    return cells.subList(0, end);
  }

  private static List<List<String>> padded(List<List<String>> rows, int width) {
    return rows.stream()
        .map(
            row -> {
              List<String> full = new ArrayList<>(row);
              full.addAll(Collections.nCopies(width - row.size(), ""));
              return full;
            })
        .map(row -> (List<String>) row)
        .toList();
  }

  private static List<Column> plain(int width) {
    return IntStream.range(0, width)
        .mapToObj(
            c ->
                new Column(
                    CellReference.convertNumToColString(c),
                    "",
                    "",
                    "",
                    "",
                    Term.Sort.TEXT,
                    List.of()))
        .toList();
  }

  private static Column column(List<Term> terms, List<List<String>> cells, int head, int index) {
    String type = cell(cells, head + 1, index);
    String fact = cell(cells, head + 2, index);
    String template = cell(cells, head + 3, index);
    Term.Field field =
        type.equals("CONDITION") ? field(terms, fact, template) : Term.Field.anything();
    return new Column(
        CellReference.convertNumToColString(index),
        type,
        fact,
        template,
        cell(cells, head + 4, index),
        field.sort(),
        field.values());
  }

  private static Term.Field field(List<Term> terms, String fact, String template) {
    Matcher named = FACT.matcher(fact);
    Matcher asked = FIELD.matcher(template);
    if (!named.matches() || !asked.lookingAt()) {
      return Term.Field.anything();
    }
    return terms.stream()
        .filter(term -> term.name().equals(named.group(1)))
        .flatMap(term -> term.fields().stream())
        .filter(field -> field.name().equals(asked.group(1)))
        .findFirst()
        .orElse(Term.Field.anything());
  }

  private static String cell(List<List<String>> cells, int row, int column) {
    return column < cells.get(row).size() ? cells.get(row).get(column).strip() : "";
  }
}
