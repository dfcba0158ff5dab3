package dev.ordo.launcher;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@code java -jar ordo.jar} runs first. It is compiled for old machines on purpose: where the
 * {@code java} of the path is too old, it finds a newer one of this machine and lets that go on, or
 * says plainly what is missing.
 */
public final class Launcher {
  private static final String PARENT = "ordo.launcher.parent";

  private Launcher() {}

  public static void main(String[] args) throws Exception {
    if (Runtime.version().feature() >= Javas.OLDEST) {
      endWithParent();
      run(args);
      return;
    }
    Javas javas = new Javas(System.getenv());
    Optional<File> home = javas.best();
    if (!home.isPresent()) {
      System.err.println(javas.missing(System.getProperty("java.version")));
      System.exit(1);
    }
    System.exit(goOn(home.get(), args));
  }

  private static void run(String[] args) throws Exception {
    Optional<Unpacked> unpacked = Unpacked.of(jar());
    Class<?> first =
        unpacked.isPresent()
            ? loaded(unpacked.get())
            : Class.forName("org.springframework.boot.loader.launch.JarLauncher");
    first.getMethod("main", String[].class).invoke(null, (Object) args);
  }

  private static Class<?> loaded(Unpacked unpacked) throws Exception {
    ClassLoader loader =
        new URLClassLoader("ordo", unpacked.classPath(jar()), Launcher.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return Class.forName(unpacked.mainClass(), true, loader);
  }

  private static File jar() throws URISyntaxException {
    return new File(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** A server whose launcher was killed ends with it, so that no one is left behind. */
  private static void endWithParent() {
    Long parent = Long.getLong(PARENT);
    if (parent != null) {
      ProcessHandle.of(parent).ifPresent(p -> p.onExit().thenRun(() -> System.exit(1)));
    }
  }

  private static int goOn(File home, String[] args) throws Exception {
    Process server = new ProcessBuilder(command(home, args)).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
    return server.waitFor();
  }

  private static List<String> command(File home, String[] args) throws URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(Javas.command(home).getPath());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
    command.add("-jar");
    command.add(jar().getPath());
    command.addAll(Arrays.asList(args));
    return command;
  }

  private static void end(Process server) {
    server.destroy();
    try {
      server.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
