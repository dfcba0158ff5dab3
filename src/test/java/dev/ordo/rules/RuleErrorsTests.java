package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * What people read when a rule file is wrong: file, place, the words they wrote, what to do; never
 * a line of code they did not write. The cases stand in {@code rule-errors.yaml}.
 */
class RuleErrorsTests {
  private static final Path CASES = Path.of("src/test/resources/rule-errors.yaml");

  @TestFactory
  Stream<DynamicTest> wrongInputs() throws IOException {
    List<Map<String, String>> cases = new Yaml().load(Files.readString(CASES));
    return cases.stream().map(c -> dynamicTest(c.get("name"), () -> check(c)));
  }

  private static void check(Map<String, String> one) {
    RuleSetBroken broken =
        catchThrowableOfType(RuleSetBroken.class, () -> Engine.compile(sources(one)));

    assertThat(broken).as(one.get("name")).isNotNull();
    assertThat(broken.faults().getFirst()).hasToString(one.get("says"));
    assertThat(broken.getMessage()).doesNotContain("lambda", "LambdaPredicate", ".java");
  }

  private static Sources sources(Map<String, String> one) {
    String point = one.get("point");
    Map<String, String> files = new TreeMap<>(ShippedRules.sources(point).files());
    String write = one.get("write");
    if (one.containsKey("instead")) {
      String text = ShippedRules.sources(point).text(one.get("file"));
      assertThat(text).contains(one.get("instead"));
      write =
          text.replaceFirst(
              java.util.regex.Pattern.quote(one.get("instead")),
              java.util.regex.Matcher.quoteReplacement(write));
    }
    files.put(one.get("file"), ShippedRules.base64(write));
    return new Sources(point, files);
  }
}
