package dev.ordo.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What {@code rule-set.yaml} says about a decision point.
 *
 * @param owner role that answers for it
 * @param facts Java package of its vocabulary
 * @param sentencesZh Chinese sentences by rule name, for readers of Chinese; any may be missing
 */
public record RuleSet(
    String point,
    String title,
    String titleZh,
    String owner,
    String facts,
    String resolution,
    Map<String, String> sentencesZh) {
  private static final Pattern ROW = Pattern.compile("(.+)_(\\d+)");

  public RuleSet {
    sentencesZh = Map.copyOf(sentencesZh);
  }

  /** A rule as its readers call it; rows of a decision table by table and row. */
  public String say(String rule, boolean chinese) {
    String sentence = chinese ? sentencesZh.get(rule) : rule;
    Matcher row = ROW.matcher(rule);
    if (!row.matches()) {
      return sentence == null ? rule : sentence;
    }
    return chinese
        ? "%s（第 %s 行）".formatted(sentencesZh.getOrDefault(row.group(1), row.group(1)), row.group(2))
        : "%s, row %s".formatted(row.group(1), row.group(2));
  }

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
        String.valueOf(map.containsKey("resolution") ? map.get("resolution") : ""),
        sentences(map.get("sentencesZh")));
  }

  private static Map<String, String> sentences(@Nullable Object read) {
    Map<String, String> sentences = new HashMap<>();
    if (read instanceof Map<?, ?> given) {
      given.forEach((rule, say) -> sentences.put(String.valueOf(rule), String.valueOf(say)));
    }
    return sentences;
  }

  private static String need(Sources sources, Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new RuleSetBroken(sources.point() + "/rule-set.yaml", key, "is missing; add it.");
    }
    return String.valueOf(value);
  }
}
