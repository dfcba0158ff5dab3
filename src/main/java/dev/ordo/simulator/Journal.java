package dev.ordo.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Things kept in a file of one JSON line per change: the last line of a key is the truth. A kill
 * loses at most a half-written line.
 *
 * @param <T> a record that Jackson can write and read
 */
final class Journal<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private final Path file;
  private final Class<T> type;
  private final Function<T, String> key;
  private final Map<String, T> things = new LinkedHashMap<>();
  private final BufferedWriter writer;

  /**
   * @param trim drops what need not be remembered any longer, once at the start
   */
  Journal(Path file, Class<T> type, Function<T, String> key, UnaryOperator<Map<String, T>> trim) {
    this.file = file;
    this.type = type;
    this.key = key;
    try {
      Files.createDirectories(file.getParent());
      if (Files.exists(file)) {
        Files.readAllLines(file).forEach(this::remember);
      }
      Map<String, T> kept = trim.apply(new LinkedHashMap<>(things));
      things.keySet().retainAll(kept.keySet());
      this.writer = rewritten();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(String line) {
    try {
      T thing = Wire.JSON.readValue(line, type);
      things.put(key.apply(thing), thing);
    } catch (JacksonException e) {
      LOG.info("A half-written line of {} is skipped.", file);
    }
  }

  private BufferedWriter rewritten() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
      for (T thing : things.values()) {
        out.write(Wire.JSON.writeValueAsString(thing));
        out.newLine();
      }
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return Files.newBufferedWriter(file, StandardOpenOption.APPEND);
  }

  void put(T thing) {
    try {
      writer.write(Wire.JSON.writeValueAsString(thing));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    things.put(key.apply(thing), thing);
  }

  /** All things by key, oldest first; the caller synchronises. */
  Map<String, T> things() {
    return things;
  }
}
