package dev.ordo.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kie.api.runtime.KieContainer;

/** Review rules no guard has seen: they hang on orders of one freight until a test is over. */
public final class EndlessRules {
  /** Orders that pay this freight are never decided. */
  public static final String FREIGHT = "7.77";

  private static final String SET =
      "title: T\ntitleZh: T\nowner: OPS_MANAGER\nfacts: dev.ordo.audit.facts\n";
  private static final String DRL =
      """
      package rules.audit;
      import dev.ordo.audit.facts.*;
      rule "Endless" when
        AuditOrder( freight == %sB )
      then
        dev.ordo.rules.EndlessRules.spin();
      end
      """
          .formatted(FREIGHT);
  private static volatile boolean over;

  private EndlessRules() {}

  public static void spin() {
    while (!over) {
      Thread.onSpinWait();
    }
  }

  /** Lets every thread end that still computes. */
  public static void end() {
    over = true;
  }

  public static Release release() {
    over = false;
    List<String> errors = new ArrayList<>();
    KieContainer container =
        Engine.container(
            "audit", EndlessRules.class.getClassLoader(), Map.of("a.drl", DRL), errors);
    Sources sources =
        new Sources("audit", Map.of("rule-set.yaml", encoded(SET), "a.drl", encoded(DRL)));
    return new Release(
        sources,
        RuleSet.of(sources),
        Engine.hash(sources),
        Objects.requireNonNull(container, errors::toString),
        new TreeMap<>(Map.of("Endless", "a.drl")),
        new Joins(Vocabulary.of("dev.ordo.audit.facts"), List.of()));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
