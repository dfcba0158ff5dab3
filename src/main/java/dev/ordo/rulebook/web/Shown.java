package dev.ordo.rulebook.web;

import dev.ordo.rules.RuleSetBroken;
import dev.ordo.rules.RuleSheets;
import dev.ordo.rules.Sources;
import java.nio.charset.StandardCharsets;

/**
 * One file as a page shows it.
 *
 * @param kind table, drl, yaml or text
 * @param text its content; of a table its cells separated by commas
 */
record Shown(String name, String kind, String text) {
  /** The named file, the first one with rules where none is named. */
  static Shown of(Sources sources, String file) {
    String name =
        sources.files().containsKey(file)
            ? file
            : sources.files().keySet().stream()
                .filter(known -> known.endsWith(".drl") || isTable(known))
                .findFirst()
                .orElse("rule-set.yaml");
    return new Shown(name, kind(name), text(sources, name));
  }

  static boolean isTable(String file) {
    return (file.endsWith(".csv") || file.endsWith(".xlsx")) && !file.startsWith("examples/");
  }

  /** Two versions of a file are compared as text, spreadsheets too. */
  static String text(Sources sources, String file) {
    if (!file.endsWith(".xlsx")) {
      return sources.text(file);
    }
    try {
      return new String(RuleSheets.csv(RuleSheets.cells(sources, file)), StandardCharsets.UTF_8);
    } catch (RuleSetBroken e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String kind(String file) {
    if (isTable(file)) {
      return "table";
    }
    return file.endsWith(".drl") ? "drl" : file.endsWith(".yaml") ? "yaml" : "text";
  }
}
