package dev.ordo.channel;

import dev.ordo.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
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

  static List<Map<String, String>> csv(byte[] content) {
    List<Map<String, String>> rows = new ArrayList<>();
    String text = utf8(content);
    try (var parser = CSV.parse(new StringReader(text))) {
      for (CSVRecord row : parser) {
        rows.add(row.toMap());
      }
    } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException e) {
      throw new Refusal("file", "row " + (rows.size() + 2), "Send CSV with one heading row: " + e);
    }
    return rows;
  }

  static String utf8(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refusal("file", content.length + " bytes", "Save the file as UTF-8.");
    }
  }

  static List<Map<String, String>> xlsx(byte[] content) {
    try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      return rows(book.getSheetAt(0));
    } catch (IOException | RuntimeException e) {
      throw new Refusal("file", content.length + " bytes", "Send a readable XLSX file: " + e);
    }
  }

  private static List<Map<String, String>> rows(Sheet sheet) {
    DataFormatter format = new DataFormatter();
    List<String> names = new ArrayList<>();
    List<Map<String, String>> rows = new ArrayList<>();
    for (Row row : sheet) {
      if (names.isEmpty()) {
        row.forEach(cell -> names.add(format.formatCellValue(cell).strip()));
      } else {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
          values.put(names.get(i), format.formatCellValue(row.getCell(i)).strip());
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
