package dev.ordo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTests {
  @TempDir Path folder;

  @Test
  void putsTheApplicationsClassesBeforeItsLibrariesInTheOrderOfTheBuild() throws IOException {
    File jar = jar();
    Unpacked unpacked = Unpacked.of(jar).orElseThrow();

    assertThat(unpacked.mainClass()).isEqualTo("shop.Main");
    assertThat(Arrays.stream(unpacked.classPath(jar)).map(url -> new File(url.getPath()).getName()))
        .containsExactly("classes.jar", "zebra.jar", "ant.jar");
    try (URLClassLoader loader = new URLClassLoader(unpacked.classPath(jar), null)) {
      assertThat(loader.getResourceAsStream("application.yaml")).hasContent("name: ordo");
    }
  }

  @Test
  void unpacksOnceAndNewlyWhereTheJarIsAnother() throws IOException {
    File jar = jar();
    Unpacked.of(jar);
    Unpacked.of(jar);
    assertThat(folders()).hasSize(1);

    assertThat(jar.setLastModified(1_000_000)).isTrue();
    Unpacked.of(jar);
    assertThat(folders()).hasSize(2);
  }

  @Test
  void doesNotTakeWhatAKilledStartLeftForAWholeOne() throws IOException {
    File jar = jar();
    Unpacked.of(jar);
    File whole = folders()[0];
    Files.move(whole.toPath(), folder.resolve(whole.getName() + ".17"));

    assertThat(Unpacked.of(jar)).isPresent();
    assertThat(whole).isDirectory();
  }

  @Test
  void leavesTheJarAsItIsWhereItsFolderCannotBeWritten() throws IOException {
    File jar = jar();
    Files.move(jar.toPath(), folder.resolve("moved.jar"));

    assertThat(Unpacked.of(jar)).isEmpty();
  }

  private File[] folders() {
    return folder.toFile().listFiles(File::isDirectory);
  }

  private File jar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Start-Class", "shop.Main");
    Path jar = folder.resolve("ordo.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file, manifest)) {
      put(entries, "BOOT-INF/classes/application.yaml", "name: ordo");
      put(entries, "BOOT-INF/lib/ant.jar", "");
      put(entries, "BOOT-INF/lib/zebra.jar", "");
      put(
          entries,
          "BOOT-INF/classpath.idx",
          "- \"BOOT-INF/lib/zebra.jar\"\n- \"BOOT-INF/lib/ant.jar\"\n");
    }
    return jar.toFile();
  }

  private static void put(JarOutputStream jar, String name, String content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content.getBytes(StandardCharsets.UTF_8));
    jar.closeEntry();
  }
}
