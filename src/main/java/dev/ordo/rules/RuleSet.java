package dev.ordo.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rule-set.yaml} says about a decision point.
 *
 * @param owner role that answers for it
 * @param facts Java package of its vocabulary
 * @param level what its rules may use
 * @param resolution how competing verdicts are settled
 * @param sentencesZh Chinese sentences by rule name, for readers of Chinese; any may be missing
 */
public record RuleSet(
    String point,
    String title,
    String titleZh,
    String owner,
    String facts,
    String resolution,
    String resolutionZh,
    Map<String, String> sentencesZh,
    Level level) {
  /** How much of the rule language a rule set may use. */
  public enum Level {
    /** The vocabulary only. */
    AUTHOR,
    /** Sums over facts, elements of lists, for all; always approved by a second person. */
    EXPERT
  }

  private static final Pattern FACTS = Pattern.compile("dev\\.ordo\\.[a-z]{1,30}\\.facts");
  private static final int LONGEST = 500;
  private static final Pattern ROW = Pattern.compile("(.+)_(\\d+)");

  public RuleSet {
    sentencesZh = Map.copyOf(sentencesZh);
  }

  /** How competing verdicts are settled, in the reader's language. */
  public String resolution(boolean chinese) {
    return chinese ? resolutionZh : resolution;
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
    Object read = RuleYaml.read(sources.point() + "/rule-set.yaml", sources.text("rule-set.yaml"));
    if (!(read instanceof Map<?, ?> map)) {
      throw new RuleSetBroken(
          sources.point() + "/rule-set.yaml", "file", "must hold keys and values.");
    }
    return new RuleSet(
        sources.point(),
        need(sources, map, "title"),
        either(map, "titleZh", "title"),
        need(sources, map, "owner"),
        facts(sources, map),
        either(map, "resolution", ""),
        either(map, "resolutionZh", "resolution"),
        sentences(map.get("sentencesZh")),
        level(sources, map));
  }

  /** The text under a key, or under another one where it is missing; empty without both. */
  private static String either(Map<?, ?> map, String key, String otherwise) {
    Object value = map.containsKey(key) ? map.get(key) : map.get(otherwise);
    return value == null ? "" : String.valueOf(value);
  }

  private static Level level(Sources sources, Map<?, ?> map) {
    return switch (String.valueOf(map.containsKey("level") ? map.get("level") : "author")) {
      case "author" -> Level.AUTHOR;
      case "expert" -> Level.EXPERT;
      default ->
          throw new RuleSetBroken(
              sources.point() + "/rule-set.yaml", "level", "must be author or expert.");
    };
  }

  /** Facts come from a package of facts, so that rules see no other records of ours. */
  private static String facts(Sources sources, Map<?, ?> map) {
    String facts = need(sources, map, "facts");
    if (!FACTS.matcher(facts).matches()) {
      throw new RuleSetBroken(
          sources.point() + "/rule-set.yaml",
          "facts",
          "(%s) is no package of facts. Name one like dev.ordo.audit.facts.".formatted(facts));
    }
    return facts;
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
    if (value instanceof Map || value instanceof List || value.toString().length() > LONGEST) {
      throw new RuleSetBroken(
          sources.point() + "/rule-set.yaml", key, "must be one short text. Shorten it.");
    }
    return String.valueOf(value);
  }
}
