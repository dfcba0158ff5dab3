package dev.ordo.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.jspecify.annotations.Nullable;

/** Turns decision tables into DRL, after making sure that every header means what it says. */
public final class RuleTables {
  /**
   * One table of a sheet.
   *
   * @param name what stands after {@code RuleTable}
   * @param row row of the sheet where it begins, counted from 1
   * @param columns those that have a type
   * @param cells all cells of the sheet
   */
  public record Section(String name, int row, List<Column> columns, List<List<String>> cells) {
    /** Rows above the data: name, types, facts, templates, headings. */
    static final int HEAD = 5;

    /**
     * A column.
     *
     * @param index counted from 0
     * @param type CONDITION, ACTION, NAME or DESCRIPTION
     * @param fact what stands above the template, such as {@code not ClearedHold}
     */
    public record Column(int index, String type, String fact, String template, String heading) {
      /** As spreadsheets count: A, B, ... AA. */
      public String letter() {
        return CellReference.convertNumToColString(index);
      }
    }

    public List<Column> conditions() {
      return columns.stream().filter(column -> column.type().equals("CONDITION")).toList();
    }

    /** First row that holds a rule, counted from 1. */
    public int firstRow() {
      return row + HEAD;
    }

    /** Content of a cell, empty where there is none. */
    public String cell(int sheetRow, Column column) {
      return RuleTables.cell(cells, sheetRow - 1, column.index());
    }
  }

  /** Drools takes a header by its first letter, so that a misspelt one silently loses a column. */
  private static final List<String> COLUMNS = List.of("ACTION", "CONDITION", "DESCRIPTION", "NAME");

  private static final Pattern LINE = Pattern.compile("line:? ?(\\d+)");
  private static final Pattern RULE =
      Pattern.compile(
          "// rule values at [A-Z]+(\\d+), header at [A-Z]+\\d+\\s*\\nrule \"([^\"]+)\"");

  /** Empty lines count, so that rows are those of the sheet. */
  static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

  private static final List<String> KEYWORDS = List.of("Import", "Notes", "RuleSet");

  private RuleTables() {}

  public static boolean isTable(String file) {
    return file.endsWith(".csv") || file.endsWith(".xlsx");
  }

  /** The rules of every file as text, tables translated; by file name. */
  public static Map<String, String> texts(Sources sources) {
    return Engine.texts(sources);
  }

  /** Row of the sheet by rule, of all that are table rows; from the translator's comments. */
  static Map<String, Integer> rows(Map<String, String> texts) {
    Map<String, Integer> rows = new HashMap<>();
    texts.forEach(
        (file, text) -> {
          if (isTable(file)) {
            Matcher rule = RULE.matcher(text);
            while (rule.find()) {
              rows.put(rule.group(2), Integer.parseInt(rule.group(1)));
            }
          }
        });
    return rows;
  }

  /** The tables of a file. */
  public static List<Section> sections(Sources sources, String file) {
    return sections(cells(sources, file));
  }

  private static List<Section> sections(List<List<String>> cells) {
    List<Section> sections = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      String first = cells.get(row).stream().filter(c -> !c.isBlank()).findFirst().orElse("");
      if (first.startsWith("RuleTable")) {
        String name = first.substring("RuleTable".length()).strip();
        sections.add(new Section(name, row + 1, columns(cells, row), cells));
      }
    }
    return sections;
  }

  private static List<Section.Column> columns(List<List<String>> cells, int row) {
    List<Section.Column> columns = new ArrayList<>();
    for (int c = 0; row + 1 < cells.size() && c < cells.get(row + 1).size(); c++) {
      String type = cell(cells, row + 1, c).strip();
      if (!type.isEmpty()) {
        columns.add(
            new Section.Column(
                c,
                type,
                cell(cells, row + 2, c),
                cell(cells, row + 3, c),
                cell(cells, row + 4, c).strip()));
      }
    }
    return columns;
  }

  private static String cell(List<List<String>> cells, int row, int column) {
    return row < cells.size() && column < cells.get(row).size() ? cells.get(row).get(column) : "";
  }

  static String drl(Sources sources, String file) {
    List<List<String>> cells = cells(sources, file);
    checkHeaders(sources.point() + "/" + file, cells);
    TableWords.check(sources, file, cells, sections(cells));
    try {
      byte[] csv = text(cells).getBytes(StandardCharsets.UTF_8);
      return new SpreadsheetCompiler().compile(new ByteArrayInputStream(csv), InputType.CSV);
    } catch (RuntimeException e) {
      throw new RuleSetBroken(
          sources.point() + "/" + file, "sheet", String.valueOf(e.getMessage()));
    }
  }

  /** One way to the engine for both formats, so that a table means the same in either. */
  private static String text(List<List<String>> cells) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : cells) {
      text.append(FORMAT.format(row.stream().map(c -> c.replaceAll("\\R", " ")).toArray()));
      text.append('\n');
    }
    return text.toString();
  }

  private static void checkHeaders(String file, List<List<String>> cells) {
    List<RuleSetBroken.Fault> faults = new ArrayList<>();
    boolean table = false;
    for (int row = 0; row < cells.size(); row++) {
      String first = cells.get(row).stream().filter(c -> !c.isBlank()).findFirst().orElse("");
      if (first.startsWith("RuleTable")) {
        table = true;
        int headers = row + 1;
        if (headers < cells.size()) {
          checkColumns(file, headers, cells.get(headers), faults);
        }
        row = headers + 3;
      } else if (!table && !first.isEmpty() && !KEYWORDS.contains(first)) {
        faults.add(
            new RuleSetBroken.Fault(
                file,
                "row " + (row + 1),
                "(%s) is no keyword. Use one of %s, or RuleTable.%s"
                    .formatted(first, KEYWORDS, Near.hint(first, KEYWORDS))));
      }
    }
    if (!table) {
      faults.add(new RuleSetBroken.Fault(file, "sheet", "holds no cell that begins RuleTable."));
    }
    if (!faults.isEmpty()) {
      throw new RuleSetBroken(faults);
    }
  }

  private static void checkColumns(
      String file, int row, List<String> headers, List<RuleSetBroken.Fault> faults) {
    for (int column = 0; column < headers.size(); column++) {
      String header = headers.get(column).strip();
      if (!header.isEmpty() && !COLUMNS.contains(header)) {
        faults.add(
            new RuleSetBroken.Fault(
                file,
                "row %d, column %s".formatted(row + 1, (char) ('A' + column)),
                "(%s) is no column type. Use one of %s.%s"
                    .formatted(header, COLUMNS, Near.hint(header, COLUMNS))));
      }
    }
  }

  static List<List<String>> cells(Sources sources, String file) {
    if (file.endsWith(".xlsx")) {
      TableCells.checkBook(sources, file);
    }
    try {
      return file.endsWith(".csv") ? csv(sources.text(file)) : xlsx(sources.bytes(file));
    } catch (IOException | RuntimeException e) {
      throw unreadable(sources.point() + "/" + file, e);
    }
  }

  /** Quotation marks that do not close are the usual reason. */
  static RuleSetBroken unreadable(String file, Throwable why) {
    Matcher line = LINE.matcher(String.valueOf(why.getMessage()));
    if (file.endsWith(".csv") && line.find()) {
      return new RuleSetBroken(
          file,
          "line " + line.group(1),
          "has a quotation mark that is not closed, or text behind one that is. Put the whole cell"
              + " into quotation marks and write those within it twice.");
    }
    return new RuleSetBroken(
        file, "file", "cannot be read as a table: %s. Save it anew.".formatted(why.getMessage()));
  }

  private static List<List<String>> csv(String text) throws IOException {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CSVParser parser = CSVParser.parse(plain, FORMAT)) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  private static List<List<String>> xlsx(byte[] bytes) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
      Sheet sheet = book.getSheetAt(0);
      for (int r = 0; r <= sheet.getLastRowNum(); r++) {
        Row row = sheet.getRow(r);
        List<String> cells = new ArrayList<>();
        for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
          cells.add(value(row.getCell(c)));
        }
        rows.add(cells);
      }
      sheet.getMergedRegions().forEach(region -> spread(rows, region));
    }
    return rows;
  }

  /** Facts over several columns are merged cells in a sheet and end in three points in CSV. */
  private static void spread(List<List<String>> rows, CellRangeAddress region) {
    String value = cell(rows, region.getFirstRow(), region.getFirstColumn());
    boolean facts = isFacts(rows, region.getFirstRow());
    if (!facts || region.getFirstRow() != region.getLastRow()) {
      return;
    }
    List<String> cells = rows.get(region.getFirstRow());
    for (int c = region.getFirstColumn(); c <= region.getLastColumn(); c++) {
      while (cells.size() <= c) {
        cells.add("");
      }
      cells.set(c, value.endsWith("...") ? value : value + "...");
    }
  }

  private static boolean isFacts(List<List<String>> rows, int row) {
    return row >= 2 && rows.get(row - 2).stream().anyMatch(cell -> cell.startsWith("RuleTable"));
  }

  /** Numbers as they are, however the sheet shows them. */
  private static String value(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    return switch (cell.getCellType()) {
      case NUMERIC ->
          DateUtil.isCellDateFormatted(cell)
              ? new DataFormatter().formatCellValue(cell)
              : NumberToTextConverter.toText(cell.getNumericCellValue());
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      default -> new DataFormatter().formatCellValue(cell);
    };
  }
}
