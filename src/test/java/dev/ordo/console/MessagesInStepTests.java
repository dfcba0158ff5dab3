package dev.ordo.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a text adds it in both languages. */
class MessagesInStepTests {
  private static final Path BUNDLES = Path.of("src/main/resources/messages");

  static Stream<Path> english() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      return files.filter(file -> !file.toString().endsWith("_zh.properties")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("english")
  void bothLanguagesSayTheSameThings(Path english) {
    Path chinese = Path.of(english.toString().replace(".properties", "_zh.properties"));

    assertThat(read(chinese).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(read(english).stringPropertyNames());
  }

  @Test
  void noChineseBundleStandsAlone() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      assertThat(files.filter(file -> file.toString().endsWith("_zh.properties")))
          .allSatisfy(
              file ->
                  assertThat(Path.of(file.toString().replace("_zh.properties", ".properties")))
                      .exists());
    }
  }

  private static Properties read(Path file) {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
