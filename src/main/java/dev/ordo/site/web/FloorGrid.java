package dev.ordo.site.web;

import dev.ordo.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one sheet; the first row that is not empty holds the headings.
 *
 * @param name of the file, with the sheet where there may be several
 */
record FloorGrid(String name, List<String> headings, List<Line> lines) {
  /** A row of the sheet, the first being row 1, with its values by heading. */
  record Line(int row, Map<String, String> values) {}

  private record Texts(int row, List<String> cells) {}

  /** All sheets of a file that hold anything. */
  static List<FloorGrid> of(String file, byte[] content) {
    return file.toLowerCase(Locale.ROOT).endsWith(".xlsx")
        ? xlsx(file, content)
        : List.of(grid(file, csv(file, content)));
  }

  private static List<FloorGrid> xlsx(String file, byte[] content) {
    List<FloorGrid> grids = new ArrayList<>();
    try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      for (Sheet sheet : book) {
        List<Texts> rows = new ArrayList<>();
        sheet.forEach(row -> rows.add(new Texts(row.getRowNum() + 1, texts(row))));
        rows.removeIf(row -> row.cells.stream().allMatch(String::isEmpty));
        if (!rows.isEmpty()) {
          grids.add(grid(file + " " + sheet.getSheetName(), rows));
        }
      }
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | RuntimeException e) {
      throw new Refusal("file", file, "Send a readable XLSX or CSV file.");
    }
    return grids;
  }

  private static List<String> texts(Row row) {
    DataFormatter format = new DataFormatter(Locale.ROOT);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.getLastCellNum(); i++) {
      texts.add(text(row.getCell(i), format).strip());
    }
    return texts;
  }

  /** Numbers as they are, whatever the spreadsheet shows of them. */
  private static String text(@Nullable Cell cell, DataFormatter format) {
    return cell != null
            && cell.getCellType() == CellType.NUMERIC
            && !DateUtil.isCellDateFormatted(cell)
        ? BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString()
        : format.formatCellValue(cell);
  }

  private static List<Texts> csv(String file, byte[] content) {
    String text = decoded(content);
    String head = text.lines().findFirst().orElse("");
    char separator = head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setTrim(true).get();
    List<Texts> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : parser) {
        rows.add(new Texts((int) row.getRecordNumber(), row.toList()));
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new Refusal(
          file + " row " + (rows.size() + 1), "", "Close every quotation mark of this row.");
    }
    rows.removeIf(row -> row.cells.stream().allMatch(String::isEmpty));
    return rows;
  }

  /** Spreadsheets in China save CSV as GB 18030 unless told otherwise. */
  private static String decoded(byte[] content) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException next) {
        continue;
      }
    }
    throw new Refusal("file", "", "Save the file as UTF-8.");
  }

  private static FloorGrid grid(String name, List<Texts> rows) {
    if (rows.isEmpty()) {
      throw new Refusal("file", name, "The file is empty.");
    }
    List<String> headings =
        rows.getFirst().cells.stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
    List<Line> lines = new ArrayList<>();
    for (Texts row : rows.subList(1, rows.size())) {
      lines.add(new Line(row.row, values(headings, row.cells)));
    }
    return new FloorGrid(name, headings, lines);
  }

  private static Map<String, String> values(List<String> headings, List<String> cells) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        boolean headed = i < headings.size() && !headings.get(i).isEmpty();
        values.put(headed ? headings.get(i) : "column " + (i + 1), cells.get(i));
      }
    }
    return values;
  }
}
