package dev.ordo.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What an XLSX file may be made of: sheets of values. Looked at as plain bytes before any library
 * opens it, so that no macro, link, entity or swollen part is ever read.
 */
final class Spreadsheets {
  private static final int MOST_PARTS = 200;
  private static final int LARGEST_PART = 20_000_000;
  private static final int LARGEST_BOOK = 40_000_000;
  private static final Pattern PARTS =
      Pattern.compile(
          "\\[Content_Types]\\.xml|_rels/\\.rels|docProps/\\w+\\.xml|docMetadata/\\w+\\.xml"
              + "|xl/(workbook|styles|sharedStrings|calcChain|metadata|comments\\d*)\\.xml"
              + "|xl/_rels/workbook\\.xml\\.rels|xl/theme/(_rels/)?[\\w.]+"
              + "|xl/worksheets/(_rels/)?sheet\\d+\\.xml(\\.rels)?|xl/tables/table\\d+\\.xml"
              + "|xl/drawings/vmlDrawing\\d+\\.vml|xl/printerSettings/printerSettings\\d+\\.bin"
              + "|xl/(persons|threadedComments)/\\w+\\.xml|[\\w/]+/");
  private static final List<String> FORBIDDEN =
      List.of("<!doctype", "<!entity", "targetmode=\"external\"", "targetmode='external'");

  private final Consumer<String> fault;
  private int total;

  private Spreadsheets(Consumer<String> fault) {
    this.fault = fault;
  }

  /** Tells what the file must not hold; nothing if it may be opened. */
  static void check(byte[] book, Consumer<String> fault) {
    if (book.length < 4 || book[0] != 'P' || book[1] != 'K') {
      fault.accept("is no XLSX file. Save it as (Excel workbook, .xlsx).");
      return;
    }
    new Spreadsheets(fault).parts(book);
  }

  private void parts(byte[] book) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      int parts = 0;
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (++parts > MOST_PARTS || !isAllowed(part.getName(), zip)) {
          return;
        }
      }
      if (parts == 0) {
        fault.accept("is no XLSX file. Save it as (Excel workbook, .xlsx).");
      }
    } catch (IOException | IllegalArgumentException e) {
      fault.accept("cannot be unpacked: %s. Save it anew.".formatted(e.getMessage()));
    }
  }

  private boolean isAllowed(String name, ZipInputStream zip) throws IOException {
    if (!PARTS.matcher(name).matches()) {
      fault.accept(
          "holds (%.80s): macros, links, pictures and embedded things are not read. Save values only."
              .formatted(name));
      return false;
    }
    byte[] content = unpacked(zip);
    if (content.length > LARGEST_PART || total > LARGEST_BOOK) {
      fault.accept(
          "unpacks to more than (%,d) bytes at (%s). Split the table."
              .formatted(LARGEST_PART, name));
      return false;
    }
    return name.endsWith(".bin") || isPlain(name, content);
  }

  /** At most one byte more than the largest part, however far it would unpack. */
  private byte[] unpacked(ZipInputStream zip) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[16_384];
    int read = zip.read(buffer);
    while (read >= 0 && content.size() <= LARGEST_PART && total <= LARGEST_BOOK) {
      content.write(buffer, 0, read);
      total += read;
      read = zip.read(buffer);
    }
    return content.toByteArray();
  }

  private boolean isPlain(String name, byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    for (String forbidden : FORBIDDEN) {
      if (text.contains(forbidden)) {
        fault.accept(
            "holds (%s) in (%s): it reaches outside. Remove it.".formatted(forbidden, name));
        return false;
      }
    }
    String head = text.substring(0, Math.min(200, text.length()));
    boolean otherEncoding =
        head.contains("encoding=") && !head.matches("(?s).*encoding=[\"']utf-8[\"'].*");
    if (text.indexOf('\0') >= 0 || otherEncoding) {
      fault.accept("(%s) is not written in UTF-8. Save it anew.".formatted(name));
      return false;
    }
    return true;
  }
}
