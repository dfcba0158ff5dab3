package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gates, approval and activation go by the hash: no two sets of files may share one. */
class ContentAddressTests {
  @Test
  void whereANameEndsAndAContentBeginsCountsToo() {
    Sources two = new Sources("audit", Map.of("a.csv", "QUJD", "b.drl", "REVG"));
    Sources moved = new Sources("audit", Map.of("a.csv", "QUJDb.drl\nREVG"));
    Sources shifted = new Sources("audit", Map.of("a.csv", "QU", "JDb.drl", "REVG"));

    assertThat(two.hash("1")).isNotIn(moved.hash("1"), shifted.hash("1"));
    assertThat(two.hash("1")).isNotEqualTo(two.hash("2"));
    assertThat(two.hash("1")).isNotEqualTo(new Sources("audit1", two.files()).hash(""));
    assertThat(two.hash("1")).isEqualTo(new Sources("audit", two.files()).hash("1"));
  }
}
