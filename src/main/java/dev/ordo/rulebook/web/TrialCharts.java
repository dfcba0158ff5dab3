package dev.ordo.rulebook.web;

import dev.ordo.console.Words;
import dev.ordo.rulebook.Comparison;
import dev.ordo.rulebook.Comparison.Group;
import dev.ordo.rulebook.Comparison.RuleUse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Charts of what a candidate changes. */
@Component
class TrialCharts {
  private static final int BARS = 8;

  private final Words words;
  private final JsonMapper json;

  TrialCharts(Words words, JsonMapper json) {
    this.words = words;
    this.json = json;
  }

  /** Rules that fire on more or fewer decisions than before; empty where none does. */
  String rules(List<RuleUse> all, java.util.function.UnaryOperator<String> said, Locale locale) {
    List<RuleUse> shown =
        new java.util.ArrayList<>(
            all.stream().filter(r -> r.gained() + r.lost() > 0).limit(BARS).toList());
    if (shown.isEmpty()) {
      return "";
    }
    Collections.reverse(shown);
    return json.writeValueAsString(
        Map.of(
            "legend", Map.of("top", 0),
            "grid", Map.of("left", 10, "right", 24, "top", 34, "bottom", 10, "containLabel", true),
            "xAxis", Map.of("type", "value"),
            "yAxis",
                Map.of(
                    "type", "category",
                    "data", shown.stream().map(r -> said.apply(r.rule())).toList(),
                    "axisLabel", Map.of("width", 260, "overflow", "truncate")),
            "series",
                List.of(
                    bar(
                        "rulebook.newly",
                        "#2563eb",
                        locale,
                        shown.stream().map(RuleUse::gained).toList()),
                    bar(
                        "rulebook.no-longer",
                        "#d97706",
                        locale,
                        shown.stream().map(r -> -r.lost()).toList()))));
  }

  /** Changed decisions by amount. */
  String bands(Comparison result, Locale locale) {
    return json.writeValueAsString(
        Map.of(
            "grid", Map.of("left", 10, "right", 16, "top", 20, "bottom", 10, "containLabel", true),
            "xAxis",
                Map.of(
                    "type", "category", "data", result.bands().stream().map(Group::name).toList()),
            "yAxis", Map.of("type", "value"),
            "series",
                List.of(
                    bar(
                        "rulebook.changed",
                        "#2563eb",
                        locale,
                        result.bands().stream().map(Group::changed).toList()))));
  }

  private Map<String, Object> bar(String key, String colour, Locale locale, List<Long> values) {
    return Map.of(
        "type",
        "bar",
        "stack",
        "one",
        "name",
        words.of(key, locale),
        "itemStyle",
        Map.of("color", colour),
        "data",
        values);
  }
}
