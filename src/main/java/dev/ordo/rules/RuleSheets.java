package dev.ordo.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Decision tables as plain cells, for people who edit them in a grid or in a spreadsheet. Whichever
 * way a table goes, its rules stay the same.
 */
public final class RuleSheets {
  /** What a spreadsheet shows exactly as it was written. */
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,8})(\\.\\d{0,3}[1-9])?");

  /** Rows of a table above its data: name, types, facts, templates, headings. */
  private static final int HEAD = 5;

  private static final int WIDTH = 18 * 256;

  private RuleSheets() {}

  /**
   * The cells of a table, row by row.
   *
   * @throws RuleSetBroken if the file is no sheet of plain cells
   */
  public static List<List<String>> cells(Sources sources, String file) {
    if (file.endsWith(".xlsx")) {
      List<RuleSetBroken.Fault> faults = new ArrayList<>();
      String path = sources.point() + "/" + file;
      Spreadsheets.check(
          sources.bytes(file), what -> faults.add(new RuleSetBroken.Fault(path, "file", what)));
      if (!faults.isEmpty()) {
        throw new RuleSetBroken(faults);
      }
    }
    return RuleTables.cells(sources, file);
  }

  /**
   * The same for what somebody brings from outside: every cell must be a value.
   *
   * @throws RuleSetBroken naming row and column of every cell that is not
   */
  public static List<List<String>> checked(Sources sources, String file) {
    TableCells.check(sources, file);
    return cells(sources, file);
  }

  public static byte[] csv(List<List<String>> cells) {
    return cells.stream()
        .map(row -> row.stream().map(RuleSheets::quoted).collect(Collectors.joining(",")))
        .map(row -> row + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String cell) {
    boolean plain =
        cell.equals(cell.strip()) && cell.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** A workbook whose numbers are numbers and whose other cells are text. */
  public static byte[] xlsx(List<List<String>> cells) {
    try (Workbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      new Writer(book).write(cells);
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Writer {
    private final Sheet sheet;
    private final CellStyle text;
    private final CellStyle head;

    Writer(Workbook book) {
      sheet = book.createSheet("rules");
      text = book.createCellStyle();
      text.setDataFormat(book.createDataFormat().getFormat("@"));
      head = book.createCellStyle();
      head.cloneStyleFrom(text);
      head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      Font bold = book.createFont();
      bold.setBold(true);
      head.setFont(bold);
    }

    void write(List<List<String>> cells) {
      int data = data(cells);
      for (int r = 0; r < cells.size(); r++) {
        Row row = sheet.createRow(r);
        for (int c = 0; c < cells.get(r).size(); c++) {
          String content = cells.get(r).get(c);
          if (!content.isEmpty()) {
            put(row.createCell(c), content, r < data);
          }
        }
      }
      for (int c = 0; c < cells.stream().mapToInt(List::size).max().orElse(0); c++) {
        sheet.setColumnWidth(c, WIDTH);
      }
      if (data > 0) {
        sheet.createFreezePane(0, data);
      }
    }

    private static int data(List<List<String>> cells) {
      for (int r = 0; r < cells.size(); r++) {
        if (cells.get(r).stream().anyMatch(cell -> cell.startsWith("RuleTable"))) {
          return Math.min(r + HEAD, cells.size());
        }
      }
      return 0;
    }

    private void put(Cell cell, String content, boolean above) {
      if (!above && NUMBER.matcher(content).matches()) {
        cell.setCellValue(Double.parseDouble(content));
      } else {
        cell.setCellValue(content);
        cell.setCellStyle(above ? head : text);
      }
    }
  }
}
