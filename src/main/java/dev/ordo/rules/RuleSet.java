package dev.ordo.rules;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What {@code rule-set.yaml} says about a decision point.
 *
 * @param owner role that answers for it
 * @param facts Java package of its vocabulary
 */
public record RuleSet(
    String point, String title, String titleZh, String owner, String facts, String resolution) {

  static RuleSet of(Sources sources) {
    if (!sources.files().containsKey("rule-set.yaml")) {
      throw new RuleSetBroken(
          sources.point() + "/rule-set.yaml", "file", "is missing; add title, owner and facts.");
    }
    Object read =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(sources.text("rule-set.yaml"));
    if (!(read instanceof Map<?, ?> map)) {
      throw new RuleSetBroken(
          sources.point() + "/rule-set.yaml", "file", "must hold keys and values.");
    }
    return new RuleSet(
        sources.point(),
        need(sources, map, "title"),
        String.valueOf(map.containsKey("titleZh") ? map.get("titleZh") : map.get("title")),
        need(sources, map, "owner"),
        need(sources, map, "facts"),
        String.valueOf(map.containsKey("resolution") ? map.get("resolution") : ""));
  }

  private static String need(Sources sources, Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new RuleSetBroken(sources.point() + "/rule-set.yaml", key, "is missing; add it.");
    }
    return String.valueOf(value);
  }
}
