package dev.ordo.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Tables that travel inside the application. */
final class Resource {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private Resource() {}

  static List<CSVRecord> table(String path) {
    try (InputStream raw = Resource.class.getResourceAsStream(path)) {
      if (raw == null) {
        throw new IllegalStateException("The application lacks its table " + path + ".");
      }
      InputStream plain = path.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
      var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
      return FORMAT.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
