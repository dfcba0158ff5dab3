package dev.ordo.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java installations of this machine, where their installers usually put them. */
final class Javas {
  /** The oldest Java that runs the server. */
  static final int OLDEST = 21;

  private static final Pattern FEATURE = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");

  private final List<File> named;
  private final List<File> folders;

  Javas(Map<String, String> environment) {
    this(named(environment), usual(environment.getOrDefault("HOME", "")));
  }

  Javas(List<File> named, List<File> folders) {
    this.named = named;
    this.folders = folders;
  }

  private static List<File> named(Map<String, String> environment) {
    String home = environment.get("JAVA_HOME");
    return home == null ? Collections.emptyList() : Collections.singletonList(new File(home));
  }

  private static List<File> usual(String user) {
    return Arrays.asList(
        new File("/usr/lib/jvm"),
        new File("/usr/java"),
        new File("/opt"),
        new File("/opt/java"),
        new File("/Library/Java/JavaVirtualMachines"),
        new File("C:\\Program Files\\Java"),
        new File("C:\\Program Files\\Eclipse Adoptium"),
        new File(user, ".sdkman/candidates/java"),
        new File(user, ".jdks"),
        new File(user, "Library/Java/JavaVirtualMachines"));
  }

  /** The one JAVA_HOME names if it is new enough, else the newest that is. */
  Optional<File> best() {
    Optional<File> wished = named.stream().filter(home -> feature(home) >= OLDEST).findFirst();
    return wished.isPresent()
        ? wished
        : homes().stream()
            .filter(home -> feature(home) >= OLDEST)
            .max(Comparator.comparingInt(Javas::feature).thenComparing(File::getPath));
  }

  private List<File> homes() {
    List<File> homes = new ArrayList<>();
    for (File folder : folders) {
      File[] found = folder.listFiles(File::isDirectory);
      for (File home : found == null ? new File[0] : found) {
        homes.add(home);
        homes.add(new File(home, "Contents/Home"));
      }
    }
    return homes;
  }

  static File command(File home) {
    File windows = new File(home, "bin/java.exe");
    return windows.isFile() ? windows : new File(home, "bin/java");
  }

  /** The version a home states in its release file, 0 where there is no Java. */
  static int feature(File home) {
    try {
      File release = new File(home, "release");
      if (!release.isFile() || !command(home).canExecute()) {
        return 0;
      }
      String text = new String(Files.readAllBytes(release.toPath()), StandardCharsets.UTF_8);
      Matcher version = FEATURE.matcher(text);
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  String missing(String running) {
    return "Ordo needs Java "
        + OLDEST
        + " or newer; this is Java "
        + running
        + ", and no newer one was found in JAVA_HOME or under "
        + folders
        + ". Install one, or set JAVA_HOME to it.";
  }
}
