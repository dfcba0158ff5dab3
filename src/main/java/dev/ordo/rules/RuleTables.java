package dev.ordo.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;

/** Turns decision tables into DRL, after making sure that every header means what it says. */
final class RuleTables {
  /** Drools takes a header by its first letter, so that a misspelt one silently loses a column. */
  private static final Set<String> COLUMNS = Set.of("CONDITION", "ACTION", "NAME", "DESCRIPTION");

  private static final Set<String> KEYWORDS = Set.of("RuleSet", "Import", "Notes");

  private RuleTables() {}

  static boolean isTable(String file) {
    return file.endsWith(".csv") || file.endsWith(".xlsx");
  }

  static String drl(Sources sources, String file) {
    List<List<String>> cells = cells(sources, file);
    checkHeaders(sources.point() + "/" + file, cells);
    InputType type = file.endsWith(".csv") ? InputType.CSV : InputType.XLS;
    try {
      return new SpreadsheetCompiler().compile(new ByteArrayInputStream(sources.bytes(file)), type);
    } catch (RuntimeException e) {
      throw new RuleSetBroken(
          sources.point() + "/" + file, "sheet", String.valueOf(e.getMessage()));
    }
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
                file, "row " + (row + 1), "(" + first + ") is no keyword; use one of " + KEYWORDS));
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
                "(%s) is no column type; use one of %s".formatted(header, COLUMNS)));
      }
    }
  }

  private static List<List<String>> cells(Sources sources, String file) {
    try {
      return file.endsWith(".csv") ? csv(sources.text(file)) : xlsx(sources.bytes(file));
    } catch (IOException | RuntimeException e) {
      throw new RuleSetBroken(
          sources.point() + "/" + file, "file", "cannot be read as a table: " + e.getMessage());
    }
  }

  private static List<List<String>> csv(String text) throws IOException {
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  private static List<List<String>> xlsx(byte[] bytes) throws IOException {
    DataFormatter format = new DataFormatter();
    List<List<String>> rows = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
      Sheet sheet = book.getSheetAt(0);
      for (int r = 0; r <= sheet.getLastRowNum(); r++) {
        Row row = sheet.getRow(r);
        List<String> cells = new ArrayList<>();
        for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
          Cell cell = row.getCell(c);
          cells.add(cell == null ? "" : format.formatCellValue(cell));
        }
        rows.add(cells);
      }
    }
    return rows;
  }
}
