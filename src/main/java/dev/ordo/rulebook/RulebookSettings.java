package dev.ordo.rulebook;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of changed rule files where nobody set a policy.
 *
 * @param policy by decision point: {@code auto} activates what is valid, {@code manual} waits for a
 *     person; points not named are auto
 */
@ConfigurationProperties("ordo.rules")
record RulebookSettings(@DefaultValue Map<String, String> policy) {
  boolean activates(String point) {
    return policy.getOrDefault(point, "auto").equals("auto");
  }
}
