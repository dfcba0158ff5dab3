package dev.ordo;

import dev.ordo.rules.Decision;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Release;
import dev.ordo.rules.Undecided;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decisions exported as JSON lines, asked again of other rules: each line has point, id, at, facts
 * and firings as the server stores them.
 */
final class PastDecisions {
  private static final int SHOWN = 20;

  /** Numbers keep their digits. */
  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final Map<String, Release> candidates;
  private final PrintStream out;
  private long asked;
  private long changed;
  private long failed;

  PastDecisions(Map<String, Release> candidates, PrintStream out) {
    this.candidates = candidates;
    this.out = out;
  }

  /** Whether at most this share of the decisions changed, and all could be asked. */
  boolean ask(Path file, double mostChanged) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          ask(file + ":" + number, line);
        }
      }
    }
    double share = asked == 0 ? 0 : 100.0 * changed / asked;
    out.printf("%d decisions, %d changed (%.2f %%), %d failed%n", asked, changed, share, failed);
    return asked > 0 && failed == 0 && share <= mostChanged;
  }

  private void ask(String place, String line) {
    try {
      JsonNode past = EXACT.readTree(line);
      Release candidate = candidates.get(past.path("point").asString(""));
      if (candidate != null) {
        asked++;
        compare(place, past, candidate);
      }
    } catch (JacksonException
        | IllegalArgumentException
        | IllegalStateException
        | DateTimeException
        | Undecided e) {
      fail(place, String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable"));
    }
  }

  private void compare(String place, JsonNode past, Release candidate) {
    List<Object> facts = candidate.facts(text(past.path("facts")));
    Decision now = candidate.decide(0, Instant.parse(past.path("at").asString("")), facts);
    List<String> before = verdicts(candidate.firings(text(past.path("firings"))));
    List<String> after = verdicts(now.firings());
    if (!before.equals(after)) {
      changed++;
      if (changed <= SHOWN) {
        out.printf("%s: %s: %s -> %s%n", place, past.path("id").asString(""), before, after);
      }
    }
  }

  private void fail(String place, String why) {
    failed++;
    if (failed <= SHOWN) {
      out.printf("%s: cannot be asked: %s%n", place, why);
    }
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.asString() : EXACT.writeValueAsString(node);
  }

  private static List<String> verdicts(List<Firing> firings) {
    return firings.stream()
        .map(Firing::verdict)
        .filter(java.util.Objects::nonNull)
        .map(Object::toString)
        .sorted()
        .toList();
  }
}
