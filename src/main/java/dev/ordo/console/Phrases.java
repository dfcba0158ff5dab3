package dev.ordo.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Says in Chinese what compilers and checks write in English, for logs and the command line, with
 * values in the middle of sentences. The books are {@code phrases/*_zh.txt}; what stands in none of
 * them stays as it is.
 */
@Component("phrases")
public class Phrases {
  private static final Pattern HOLE = Pattern.compile("\\{\\}");
  private static final int LONGEST = 20_000;

  /** A sentence with holes, and how it is said. */
  private record Phrase(Pattern english, String chinese, int letters) {
    static Phrase of(String line) {
      int between = line.indexOf(" = ");
      String english = line.substring(0, between).strip();
      StringBuilder pattern = new StringBuilder();
      int from = 0;
      for (Matcher hole = HOLE.matcher(english); hole.find(); from = hole.end()) {
        String value = hole.end() == english.length() ? "(.*)" : "(.*?)";
        pattern.append(Pattern.quote(english.substring(from, hole.start()))).append(value);
      }
      pattern.append(Pattern.quote(english.substring(from)));
      return new Phrase(
          Pattern.compile(pattern + "(?: (?<rest>.*))?", Pattern.DOTALL),
          line.substring(between + 3).strip(),
          HOLE.matcher(english).replaceAll("").length());
    }

    Optional<Matcher> in(String text) {
      Matcher matcher = english.matcher(text);
      return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    String said(Matcher found) {
      String said = chinese;
      for (int i = 1; i < found.groupCount(); i++) {
        said = said.replace("{" + i + "}", found.group(i));
      }
      return said;
    }
  }

  private final List<Phrase> phrases;

  public Phrases() {
    phrases = new ArrayList<>();
    try {
      for (Resource book :
          new PathMatchingResourcePatternResolver().getResources("classpath*:phrases/*_zh.txt")) {
        book.getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains(" = ") && !line.startsWith("#"))
            .map(Phrase::of)
            .forEach(phrases::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    phrases.sort(Comparator.comparingInt(Phrase::letters).reversed());
  }

  /** The text in the reader's language, sentence by sentence. */
  public String of(String text, Locale locale) {
    return locale.getLanguage().equals("zh") && text.length() <= LONGEST ? chinese(text) : text;
  }

  private String chinese(String text) {
    for (Phrase phrase : phrases) {
      Optional<Matcher> found = phrase.in(text);
      if (found.isPresent()) {
        String rest = found.get().group("rest");
        return phrase.said(found.get()) + (rest == null ? "" : chinese(rest));
      }
    }
    return text;
  }
}
