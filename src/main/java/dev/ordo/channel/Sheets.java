package dev.ordo.channel;

import dev.ordo.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Rows of CSV and XLSX files as maps from heading to text. */
final class Sheets {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(false).get();

  private Sheets() {}

  /**
   * What a sheet holds. A cell beyond the headings is kept under the name {@code column n}, so that
   * whoever reads the row refuses it instead of losing it.
   *
   * @param numbers the row of the sheet each row stands in, the heading being row 1
   */
  record Rows(Set<String> headings, List<Map<String, String>> rows, List<Integer> numbers) {}

  static Rows csv(String name, byte[] content) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    try (CSVParser parser = CSV.parse(new StringReader(utf8(name, content)))) {
      List<String> headings = checked(name, parser.getHeaderNames());
      for (CSVRecord row : parser) {
        rows.add(cells(headings, row.toList()));
        numbers.add((int) row.getRecordNumber() + 1);
      }
      return new Rows(Set.copyOf(headings), rows, numbers);
    } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
      throw new Refusal(
          "row " + (rows.size() + 2), name, "Close every quotation mark and separate by commas.");
    } catch (IllegalArgumentException e) {
      throw new Refusal("row 1", name, "Give each column a heading of its own.");
    }
  }

  static String utf8(String name, byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refusal("file", name, "Save the file as UTF-8.");
    }
  }

  static Rows xlsx(String name, byte[] content) {
    try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      return rows(name, book.getSheetAt(0));
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | RuntimeException e) {
      throw new Refusal("file", name, "Send a readable XLSX file.");
    }
  }

  private static Rows rows(String name, Sheet sheet) {
    DataFormatter format = new DataFormatter();
    List<String> headings = List.of();
    List<Map<String, String>> rows = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (Row row : sheet) {
      List<String> texts = texts(row, format);
      if (texts.stream().allMatch(String::isEmpty)) {
        continue;
      }
      if (headings.isEmpty()) {
        headings = checked(name, texts);
      } else {
        rows.add(cells(headings, texts));
        numbers.add(row.getRowNum() + 1);
      }
    }
    return new Rows(Set.copyOf(headings), rows, numbers);
  }

  private static List<String> texts(Row row, DataFormatter format) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.getLastCellNum(); i++) {
      texts.add(format.formatCellValue(row.getCell(i)).strip());
    }
    while (!texts.isEmpty() && texts.getLast().isEmpty()) {
      texts.removeLast();
    }
    return texts;
  }

  private static List<String> checked(String name, List<String> headings) {
    if (headings.stream().anyMatch(String::isBlank)
        || new HashSet<>(headings).size() < headings.size()) {
      throw new Refusal("row 1", name, "Give each column a heading of its own.");
    }
    return headings;
  }

  private static Map<String, String> cells(List<String> headings, List<String> texts) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.max(headings.size(), texts.size()); i++) {
      String text = i < texts.size() ? texts.get(i) : "";
      if (i < headings.size()) {
        cells.put(headings.get(i), text);
      } else if (!text.isBlank()) {
        cells.put("column " + (i + 1), text);
      }
    }
    return cells;
  }
}
