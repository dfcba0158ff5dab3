package dev.ordo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavasTests {
  @TempDir Path machine;
  private Path jvm;

  @BeforeEach
  void folder() throws IOException {
    jvm = Files.createDirectory(machine.resolve("jvm"));
  }

  @Test
  void takesTheNewestOfThoseThatAreNewEnough() throws IOException {
    install("java-8", "1.8.0_402");
    install("java-17", "17.0.15");
    install("java-21", "21.0.4");
    File newest = install("java-25", "25.0.3");

    assertThat(new Javas(List.of(), List.of(jvm.toFile())).best()).contains(newest);
  }

  @Test
  void takesWhatJavaHomeNamesBeforeAnyNewerOne() throws IOException {
    File wished = install("java-21", "21.0.4");
    install("java-25", "25.0.3");

    assertThat(new Javas(List.of(wished), List.of(jvm.toFile())).best()).contains(wished);
  }

  @Test
  void passesOverAnOldJavaHomeAndFoldersWithoutJava() throws IOException {
    File old = install("java-17", "17.0.15");
    Files.createDirectory(jvm.resolve("empty"));
    File good = install("java-24", "24");

    assertThat(new Javas(List.of(old), List.of(jvm.toFile(), new File("/nowhere"))).best())
        .contains(good);
  }

  @Test
  void saysWhatIsMissingWhereNothingIsNewEnough() throws IOException {
    install("java-17", "17.0.15");
    Javas javas = new Javas(List.of(), List.of(jvm.toFile()));

    assertThat(javas.best()).isEmpty();
    assertThat(javas.missing("17.0.15")).contains("Java 21 or newer", "17.0.15", jvm.toString());
  }

  private File install(String name, String version) throws IOException {
    Path home = Files.createDirectories(jvm.resolve(name));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    Path command = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.createFile(command).toFile().setExecutable(true);
    return home.toFile();
  }
}
