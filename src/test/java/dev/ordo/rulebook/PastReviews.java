package dev.ordo.rulebook;

import dev.ordo.TestModules;
import dev.ordo.audit.facts.AddressFact;
import dev.ordo.audit.facts.AuditOrder;
import dev.ordo.audit.facts.LineFact;
import dev.ordo.audit.facts.PhoneStatus;
import dev.ordo.audit.facts.PlaceStatus;
import dev.ordo.audit.facts.RemarkFact;
import dev.ordo.audit.facts.RemarkKind;
import dev.ordo.rules.Decision;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Engine;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Sources;
import dev.ordo.rules.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A point with past decisions on made-up orders, and candidates for it; no server needed. */
final class PastReviews implements AutoCloseable {
  static final String POINT = "audit";
  static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");

  private final ConfigurableApplicationContext context;
  private final Rules rules;
  private final Random random = new Random(42);
  private int made;

  PastReviews(DataSource source, Path directory) {
    this(source, directory, false);
  }

  /**
   * Starts a node.
   *
   * @param whole with all of the rulebook, not only what decides
   */
  PastReviews(DataSource source, Path directory, boolean whole) {
    copyRules(directory);
    String[] modules =
        whole
            ? new String[] {
              "rules",
              "rulebook",
              "access.People",
              "desk",
              "journey.Leader",
              "audit.AuditConfiguration"
            }
            : new String[] {"rules"};
    context = TestModules.start(source, new String[] {"ordo.files=" + directory}, modules);
    rules = context.getBean(Rules.class);
    rules.active(POINT);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  Rules rules() {
    return rules;
  }

  /** How the owner reads its decisions. */
  static DecisionPoint reading() {
    try (var owner =
        new AnnotationConfigApplicationContext(
            Class.forName("dev.ordo.audit.AuditConfiguration"))) {
      return owner.getBeansOfType(DecisionPoint.class).values().stream()
          .filter(p -> p.point().equals(POINT))
          .findFirst()
          .orElseThrow();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Decides about so many orders, one a second, and records it. */
  void decide(int orders) {
    List<Recorded> all = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      all.add(recorded(rules.active(POINT)));
      if (all.size() == 500) {
        rules.record(all);
        all.clear();
      }
    }
    rules.record(all);
  }

  private Recorded recorded(Release release) {
    int n = made++;
    Instant at = BEGIN.plusSeconds(n);
    Decision decision = rules.decide(release.set().point(), at, facts());
    return new Recorded(decision, List.of(new Subject("ORDER", 1_000_000L + n)));
  }

  /** The active rules with one text replaced by another. */
  Release candidate(String file, String from, String to) {
    Sources active = rules.active(POINT).sources();
    String text = active.text(file);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(from);
    }
    Map<String, String> files = new TreeMap<>(active.files());
    files.put(
        file,
        Base64.getEncoder()
            .encodeToString(text.replace(from, to).getBytes(StandardCharsets.UTF_8)));
    return Engine.compile(new Sources(POINT, files));
  }

  List<Object> facts() {
    BigDecimal price = BigDecimal.valueOf(random.nextInt(100, 200_000), 2);
    int pieces = random.nextInt(1, 4);
    BigDecimal total = price.multiply(BigDecimal.valueOf(pieces));
    List<Object> facts = new ArrayList<>();
    facts.add(
        new AuditOrder(
            "TB" + random.nextInt(5),
            "TAOBAO",
            "express",
            false,
            false,
            total,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            total,
            total,
            pieces));
    facts.add(address());
    if (random.nextInt(4) == 0) {
      facts.add(
          new RemarkFact(
              random.nextBoolean() ? RemarkKind.APPOINTED_CARRIER : RemarkKind.COURTESY,
              random.nextBoolean() ? "SF" : "ZTO",
              "BUYER"));
    }
    for (int i = 0; i < pieces; i++) {
      facts.add(new LineFact("SKU-" + i, 1, price, price, price, false));
    }
    return facts;
  }

  private AddressFact address() {
    return new AddressFact(
        false,
        PlaceStatus.OK,
        PlaceStatus.OK,
        random.nextInt(20) == 0 ? PlaceStatus.MISSING : PlaceStatus.OK,
        random.nextInt(2, 24),
        random.nextInt(30) == 0,
        false,
        false,
        false,
        PhoneStatus.VALID,
        random.nextInt(40) != 0);
  }

  private static void copyRules(Path directory) {
    try (Stream<Path> files = Files.walk(Path.of("rules/" + POINT))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
