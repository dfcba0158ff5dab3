package dev.ordo.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;

/** Review rules no guard has seen: they hang on orders of one shop until a test is over. */
public final class EndlessRules {
  /** Orders of this shop are never decided. */
  public static final String SHOP = "ENDLESS";

  private static final String SET =
      "title: T\ntitleZh: T\nowner: OPS_MANAGER\nfacts: dev.ordo.audit.facts\n";
  private static final String DRL =
      """
      package rules.audit;
      import dev.ordo.audit.facts.*;
      rule "Endless" when
        AuditOrder( shop == "%s" )
      then
        dev.ordo.rules.EndlessRules.spin();
      end
      """
          .formatted(SHOP);
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
    List<Message> errors = new ArrayList<>();
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
