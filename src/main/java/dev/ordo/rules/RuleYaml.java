package dev.ordo.rules;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads YAML as plain values: no types, no aliases that multiply, each key once. */
final class RuleYaml {
  private static final int LONGEST = 1_000_000;
  private static final int DEEPEST = 20;

  private RuleYaml() {}

  static @Nullable Object read(String file, String text) {
    if (text.length() > LONGEST) {
      throw new RuleSetBroken(
          file, "file", "is longer than (%,d) characters. Split it.".formatted(LONGEST));
    }
    try {
      return new Yaml(new SafeConstructor(options())).load(text);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new RuleSetBroken(
          file, "line " + line, "is no plain YAML: %s. Mend it.".formatted(e.getProblem()));
    } catch (YAMLException | StackOverflowError e) {
      throw new RuleSetBroken(
          file, "file", "is no plain YAML: %s. Mend it.".formatted(e.getMessage()));
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setCodePointLimit(LONGEST);
    return options;
  }
}
