package dev.ordo.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RemarksTests {
  private final Remarks remarks = new Remarks();

  @TestFactory
  Stream<DynamicTest> readsEveryExample() throws Exception {
    var in = Objects.requireNonNull(getClass().getResourceAsStream("/address/remark-examples.txt"));
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
      assertThat(lines).hasSizeGreaterThan(150);
      return lines.stream()
          .map(line -> line.split(" => "))
          .map(e -> DynamicTest.dynamicTest(e[0], () -> reads(e[0], e[1])));
    }
  }

  private void reads(String remark, String expected) {
    List<String> tags = remarks.read(remark, "").stream().map(RemarksTests::text).toList();
    List<String> wanted = expected.equals("-") ? List.of() : List.of(expected.split(" "));
    assertThat(new TreeSet<>(tags)).isEqualTo(new TreeSet<>(wanted));
  }

  private static String text(RemarkTag tag) {
    return tag.kind() + (tag.value().isEmpty() ? "" : ":" + tag.value());
  }

  @Test
  void namesWhoWroteWhat() {
    assertThat(remarks.read("谢谢", "发顺丰"))
        .extracting(RemarkTag::source)
        .containsExactly(RemarkTag.Source.BUYER, RemarkTag.Source.SELLER);
  }

  @Test
  void readsHostileTextInLinearTime() {
    long start = System.nanoTime();
    assertThat(remarks.read("不要".repeat(500_000), "别发中".repeat(100_000))).isNotEmpty();
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
  }
}
