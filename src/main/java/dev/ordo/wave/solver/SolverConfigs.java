package dev.ordo.wave.solver;

import dev.ordo.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.SolverConfig;

/**
 * The budgets and phases warehouse engineers edit in solver-configs/*.xml. A file is read again for
 * every wave; a broken one is refused with its reason while the last good one stays.
 */
public class SolverConfigs {
  /**
   * One read of one file.
   *
   * @param hash SHA-256 of the text in use
   * @param refused why the newest text is not in use; null if it is
   */
  public record State(String name, String hash, @Nullable String refused) {}

  record Good(String text, String hash, @Nullable String refused) {}

  private final Path directory;
  private final Map<String, Good> good = new ConcurrentHashMap<>();

  /**
   * @param directory where the files lie; what is missing there is taken from the application
   */
  public SolverConfigs(Path directory) {
    this.directory = directory;
  }

  /** The config of a file with its model filled in: what is planned is not for files to say. */
  Read read(String name, UnaryOperator<SolverConfig> model) {
    String text = text(name);
    String hash = hash(text);
    Good known = good.get(name);
    if (known == null || !known.hash.equals(hash) || known.refused != null) {
      known = tried(name, text, hash, known, model);
      good.put(name, known);
    }
    return new Read(model.apply(parsed(known.text)), known.hash);
  }

  /**
   * @param config ready to build a solver
   * @param hash SHA-256 of the file's text
   */
  record Read(SolverConfig config, String hash) {}

  /** What is in use of each file read so far, for the health page. */
  public List<State> states() {
    return good.entrySet().stream()
        .map(e -> new State(e.getKey(), e.getValue().hash, e.getValue().refused))
        .sorted(Comparator.comparing(State::name))
        .toList();
  }

  /** Hash by file of the newest texts, whether a wave has read them yet or not. */
  public SortedMap<String, String> hashes(List<String> names) {
    SortedMap<String, String> hashes = new TreeMap<>();
    names.forEach(name -> hashes.put(name, hash(text(name))));
    return hashes;
  }

  private Good tried(
      String name,
      String text,
      String hash,
      @Nullable Good known,
      UnaryOperator<SolverConfig> model) {
    try {
      SolverFactory.create(model.apply(parsed(text))).buildSolver();
      return new Good(text, hash, null);
    } catch (RuntimeException e) {
      String reason = reason(e);
      if (known != null) {
        return new Good(known.text, known.hash, reason);
      }
      String fallback = packaged(name);
      if (fallback.equals(text)) {
        throw new Refusal(name, reason, "Mend solver-configs/" + name + ".");
      }
      return new Good(fallback, hash(fallback), reason);
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("unreadable");
  }

  /** Only text of OptaPlanner's name space is checked against its schema, so it must be that. */
  private static SolverConfig parsed(String text) {
    if (!text.contains(SolverConfig.XML_NAMESPACE)) {
      throw new IllegalArgumentException(
          "The root must be <solver xmlns=\"" + SolverConfig.XML_NAMESPACE + "\">.");
    }
    return SolverConfig.createFromXmlReader(new StringReader(text));
  }

  private String text(String name) {
    Path file = directory.resolve(name);
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : packaged(name);
    } catch (IOException e) {
      throw new UncheckedIOException("The solver config (%s) cannot be read.".formatted(file), e);
    }
  }

  private static String packaged(String name) {
    String resource = "/defaults/solver-configs/" + name;
    try (InputStream in = SolverConfigs.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new Refusal("solver config", name, "Put it into solver-configs/.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
