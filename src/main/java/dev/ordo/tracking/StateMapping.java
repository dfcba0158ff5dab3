package dev.ordo.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What carriers' codes and words mean. Codes are looked up per protocol; where a code is unknown or
 * says too little, the first matching word of the text decides.
 */
@Component
class StateMapping {
  private record Code(String protocol, String code) {}

  private record Word(String word, TraceState state) {}

  private final Map<Code, TraceState> codes = new HashMap<>();
  private final List<Word> words = new ArrayList<>();

  StateMapping() {
    for (String[] row : rows("/tracking/codes.csv", 3)) {
      codes.put(new Code(row[0], row[1]), TraceState.valueOf(row[2]));
    }
    for (String[] row : rows("/tracking/words.csv", 2)) {
      words.add(new Word(row[0], TraceState.valueOf(row[1])));
    }
  }

  /** The canonical state; empty if neither code nor words are known. */
  Optional<TraceState> state(String protocol, String code, String text) {
    TraceState byCode = codes.get(new Code(protocol, code));
    if (byCode == null || saysTooLittle(byCode)) {
      return byWords(text).or(() -> Optional.ofNullable(byCode));
    }
    return Optional.of(byCode);
  }

  /** Trouble codes are shared by what was tried in vain, refused and sent back. */
  private static boolean saysTooLittle(TraceState state) {
    return state == TraceState.FAILED || state == TraceState.RETURNING;
  }

  private Optional<TraceState> byWords(String text) {
    return words.stream().filter(w -> text.contains(w.word)).findFirst().map(Word::state);
  }

  private static List<String[]> rows(String resource, int columns) {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(StateMapping.class.getResourceAsStream(resource), resource),
                UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] row = line.split(",", -1);
          if (row.length != columns) {
            throw new IllegalStateException(
                "The row (%s) of %s needs %d columns.".formatted(line, resource, columns));
          }
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
