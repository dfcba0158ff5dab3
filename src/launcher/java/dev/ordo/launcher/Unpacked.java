package dev.ordo.launcher;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.Deflater;

/**
 * The application's jar taken apart once into a folder beside it. Classes load from plain jars a
 * quarter faster than from jars within a jar, which is seconds at every start.
 */
final class Unpacked {
  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";

  private final File folder;
  private final String mainClass;

  private Unpacked(File folder, String mainClass) {
    this.folder = folder;
    this.mainClass = mainClass;
  }

  /** Of this very jar; empty where its folder cannot be written. */
  static Optional<Unpacked> of(File jar) {
    File folder =
        new File(jar.getAbsoluteFile().getParentFile(), "." + jar.getName() + "-" + id(jar));
    try (JarFile open = new JarFile(jar)) {
      Attributes manifest = open.getManifest().getMainAttributes();
      if (!folder.isDirectory()) {
        unpack(open, folder.toPath());
      }
      return Optional.of(new Unpacked(folder, manifest.getValue("Start-Class")));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static String id(File jar) {
    return Long.toString(jar.length(), 36) + "-" + Long.toString(jar.lastModified(), 36);
  }

  /** A start that is killed in the middle leaves a folder nobody takes for a whole one. */
  private static void unpack(JarFile jar, Path folder) throws IOException {
    Path half = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".");
    write(jar, half);
    try {
      Files.move(half, folder);
    } catch (IOException e) {
      delete(half);
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void write(JarFile jar, Path folder) throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve("classes.jar"));
        JarOutputStream classes = new JarOutputStream(file)) {
      classes.setLevel(Deflater.NO_COMPRESSION);
      for (JarEntry entry : Collections.list(jar.entries())) {
        write(jar, entry, folder, classes);
      }
    }
  }

  private static void write(JarFile jar, JarEntry entry, Path folder, JarOutputStream classes)
      throws IOException {
    String name = entry.getName();
    try (InputStream content = jar.getInputStream(entry)) {
      if (name.startsWith(LIBRARIES) && !entry.isDirectory()) {
        Files.copy(content, folder.resolve(name.substring(LIBRARIES.length())));
      } else if (name.startsWith(CLASSES) && name.length() > CLASSES.length()) {
        classes.putNextEntry(new JarEntry(name.substring(CLASSES.length())));
        content.transferTo(classes);
        classes.closeEntry();
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    File[] files = folder.toFile().listFiles();
    for (File file : files == null ? new File[0] : files) {
      Files.delete(file.toPath());
    }
    Files.delete(folder);
  }

  String mainClass() {
    return mainClass;
  }

  /** The application's own classes, then its libraries in the order the build gave them. */
  URL[] classPath(File jar) throws IOException {
    List<URL> path = new ArrayList<>();
    path.add(url("classes.jar"));
    try (JarFile open = new JarFile(jar);
        BufferedReader index =
            new BufferedReader(
                new InputStreamReader(
                    open.getInputStream(open.getEntry("BOOT-INF/classpath.idx")),
                    StandardCharsets.UTF_8))) {
      for (String line : index.lines().collect(Collectors.toList())) {
        path.add(url(line.replace("- \"" + LIBRARIES, "").replace("\"", "")));
      }
    }
    return path.toArray(new URL[0]);
  }

  private URL url(String file) throws MalformedURLException {
    return new File(folder, file).toURI().toURL();
  }
}
