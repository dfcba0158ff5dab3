package dev.ordo.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;

/**
 * Makes sure that the cells of a decision table are values: nothing computed, and nothing that
 * would end the text or the rule it is put into.
 */
final class TableCells {
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_COLUMNS = 200;
  private static final int MOST_FAULTS = 20;
  static final Pattern PLACEHOLDER = Pattern.compile("\\$(param|\\d+)");
  private static final Pattern IN_QUOTES = Pattern.compile("[^\"\\\\\\r\\n]*");
  private static final Pattern IN_THE_OPEN =
      Pattern.compile("(?:[\\w.,$ \\p{IsHan}-]++|\"[^\"\\\\\\r\\n]*+\")*+");
  private static final int LONGEST_CELL = 2_000;
  private static final Pattern FORMULA = Pattern.compile("(?s)[=@+\\t\\r-].*");
  private static final Pattern SIGNED = Pattern.compile("==.*|[-+]?[0-9][0-9.,]*%?|-");

  private final String file;
  private final List<RuleSetBroken.Fault> faults = new ArrayList<>();
  private List<String> headers = List.of();
  private List<String> templates = List.of();

  private TableCells(String file) {
    this.file = file;
  }

  /**
   * Checks one file.
   *
   * @throws RuleSetBroken naming row and column of every cell that is no value
   */
  static void check(Sources sources, String file) {
    TableCells table = new TableCells(sources.point() + "/" + file);
    if (file.endsWith(".xlsx")) {
      checkBook(sources, file);
    }
    table.all(table.read(file.endsWith(".xlsx"), sources, file));
    table.stopAtFaults();
  }

  /** Whether a spreadsheet may be opened at all. */
  static void checkBook(Sources sources, String file) {
    TableCells table = new TableCells(sources.point() + "/" + file);
    Spreadsheets.check(sources.bytes(file), what -> table.fault("file", what));
    table.stopAtFaults();
  }

  private void stopAtFaults() {
    if (!faults.isEmpty()) {
      throw new RuleSetBroken(faults);
    }
  }

  private List<List<String>> read(boolean xlsx, Sources sources, String file) {
    try {
      return xlsx ? xlsx(sources.bytes(file)) : csv(sources.text(file));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw RuleTables.unreadable(this.file, e);
    }
  }

  private static List<List<String>> csv(String text) throws IOException {
    try (CSVParser parser = CSVParser.parse(text, RuleTables.FORMAT)) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  private List<List<String>> xlsx(byte[] bytes) throws IOException {
    DataFormatter format = new DataFormatter();
    List<List<String>> rows = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
      for (Row row : book.getSheetAt(0)) {
        while (rows.size() < Math.min(row.getRowNum(), MOST_ROWS)) {
          rows.add(List.of());
        }
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
          while (cells.size() < Math.min(cell.getColumnIndex(), MOST_COLUMNS)) {
            cells.add("");
          }
          computed(cell);
          cells.add(format.formatCellValue(cell));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private void computed(Cell cell) {
    if (cell.getCellType() == CellType.FORMULA) {
      fault(
          place(cell.getRowIndex(), cell.getColumnIndex()),
          "(=%.60s) is a formula: tables are not computed. Write the value."
              .formatted(cell.getCellFormula()));
    } else if (cell.getCellType() == CellType.ERROR) {
      fault(place(cell.getRowIndex(), cell.getColumnIndex()), "holds an error. Write the value.");
    }
  }

  private void all(List<List<String>> rows) {
    if (rows.size() > MOST_ROWS) {
      fault("sheet", "has more than (%,d) rows. Split it.".formatted(MOST_ROWS));
      return;
    }
    int data = Integer.MAX_VALUE;
    for (int row = 0; row < rows.size() && faults.size() < MOST_FAULTS; row++) {
      List<String> cells = rows.get(row);
      if (cells.size() > MOST_COLUMNS) {
        fault(
            "row " + (row + 1), "has more than (%d) columns. Remove some.".formatted(MOST_COLUMNS));
      }
      if (cells.stream().anyMatch(c -> c.startsWith("RuleTable")) && row + 3 < rows.size()) {
        headers = rows.get(row + 1);
        templates = rows.get(row + 3);
        data = row + 5;
      }
      row(row, cells, row >= data);
    }
  }

  private void row(int row, List<String> cells, boolean data) {
    for (int column = 0; column < cells.size() && faults.size() < MOST_FAULTS; column++) {
      String cell = cells.get(column);
      if (cell.length() > LONGEST_CELL) {
        fault(
            place(row, column),
            "is longer than (%,d) characters. Shorten it.".formatted(LONGEST_CELL));
      } else if (FORMULA.matcher(cell).matches() && !SIGNED.matcher(cell.strip()).matches()) {
        fault(
            place(row, column),
            "(%.60s) begins like a formula, which a spreadsheet would run. Write the value."
                .formatted(cell));
      } else if (data && !staysValue(header(column), template(column), cell)) {
        fault(
            place(row, column),
            "(%.60s) is more than a value: it would change the rule around it. Write a number, a text"
                    .formatted(cell)
                + " without quotation marks, or names separated by commas.");
      }
    }
  }

  private static boolean staysValue(String header, String template, String cell) {
    if (cell.isBlank() || header.isBlank()) {
      return true;
    }
    if (header.equals("NAME") || header.equals("DESCRIPTION")) {
      return IN_QUOTES.matcher(cell).matches();
    }
    return (!isAsked(template, true) || IN_QUOTES.matcher(cell).matches())
        && (!isAsked(template, false) || IN_THE_OPEN.matcher(cell).matches());
  }

  /** Whether a placeholder stands within quotation marks, or outside of them. */
  private static boolean isAsked(String template, boolean quoted) {
    Matcher placeholder = PLACEHOLDER.matcher(template);
    boolean found = false;
    while (placeholder.find()) {
      long marks = template.substring(0, placeholder.start()).chars().filter(c -> c == '"').count();
      found |= (marks % 2 == 1) == quoted;
    }
    return found;
  }

  private String header(int column) {
    return column < headers.size() ? headers.get(column).strip() : "";
  }

  private String template(int column) {
    return column < templates.size() ? templates.get(column) : "";
  }

  private static String place(int row, int column) {
    return "row %d, column %s".formatted(row + 1, CellReference.convertNumToColString(column));
  }

  private void fault(String place, String what) {
    faults.add(new RuleSetBroken.Fault(file, place, what));
  }
}
