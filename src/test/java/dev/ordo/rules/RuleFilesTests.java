package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTests {
  @TempDir Path directory;

  @Test
  void aFileThatIsTooLargeIsAFaultOfItsPointAndOfNoOther() throws IOException {
    write("audit/rule-set.yaml", 10);
    write("audit/huge.csv", 5_000_001);
    write("carrier/rule-set.yaml", 5_000_000);
    write("carrier/notes.txt", 6_000_000);

    RuleFiles.Found found = new RuleFiles(directory.toString()).read();

    assertThat(found.points()).containsOnlyKeys("carrier");
    assertThat(found.faults()).containsOnlyKeys("audit");
    assertThat(found.faults().get("audit"))
        .singleElement()
        .hasToString(
            "audit/huge.csv (file): has 5,000,001 bytes; at most 5,000,000 are read."
                + " Split it or take rows out.");
    assertThatThrownBy(() -> Sources.under(directory.resolve("rules")))
        .isInstanceOf(RuleSetBroken.class)
        .hasMessageContaining("audit/huge.csv");
    assertThatThrownBy(() -> Sources.under(directory.resolve("rules/audit")))
        .isInstanceOf(RuleSetBroken.class);
  }

  private void write(String name, int size) throws IOException {
    Path file = directory.resolve("rules").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[size]);
  }
}
