package dev.ordo.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Lets only rules through that say something and do nothing: imports of the point's own vocabulary,
 * conditions on its fields, one verdict inserted.
 */
final class Guard {
  private static final Pattern CONSEQUENCE =
      Pattern.compile(
          "\\s*insert\\s*\\(\\s*new\\s+[A-Z]\\w*\\s*\\([^;{}\\\\@\\[\\]]*\\)\\s*\\)\\s*;\\s*");
  private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_]\\w*)\\s*\\(");
  private static final Pattern WORD =
      Pattern.compile(
          "\\b(eval|from|accumulate|acc|collect|modify|update|delete|retract|insertLogical|query"
              + "|class|getClass|System|Runtime|Thread|Runnable|java|javax|jdk|sun|salience"
              + "|function|declare|global|window|entry-point|matches|drools|kcontext)\\b");
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Set<String> ATTRIBUTES = Set.of("dialect");
  private static final int WORD_LIMIT = 200_000;

  private final String point;
  private final String vocabulary;
  private final List<RuleSetBroken.Fault> faults = new ArrayList<>();

  private Guard(String point, String vocabulary) {
    this.point = point;
    this.vocabulary = vocabulary;
  }

  /**
   * Checks one file.
   *
   * @throws RuleSetBroken naming file, line and rule of everything that is not allowed
   */
  static void check(String point, String file, String drl, String vocabulary) {
    Guard guard = new Guard(point, vocabulary);
    guard.check(point + "/" + file, drl);
    if (!guard.faults.isEmpty()) {
      throw new RuleSetBroken(guard.faults);
    }
  }

  private void check(String file, String drl) {
    if (drl.length() > WORD_LIMIT) {
      fault(file, "file", "is longer than %d characters; split it.".formatted(WORD_LIMIT));
      return;
    }
    if (drl.contains("\\u")) {
      fault(file, "file", "unicode escapes are not allowed; write the character itself.");
      return;
    }
    PackageDescr parsed = parse(file, drl);
    if (parsed != null) {
      checkPackage(file, parsed);
      parsed.getRules().forEach(rule -> checkRule(file, drl, rule));
    }
  }

  private @Nullable PackageDescr parse(String file, String drl) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr parsed = parser.parse(false, drl);
      if (!parser.hasErrors()) {
        return parsed;
      }
      parser.getErrors().forEach(e -> fault(file, "line " + line(e.getLines()), e.getMessage()));
    } catch (DroolsParserException e) {
      fault(file, "file", String.valueOf(e.getMessage()));
    }
    return null;
  }

  private static int line(int[] lines) {
    return lines.length == 0 ? 0 : lines[0];
  }

  private void checkPackage(String file, PackageDescr parsed) {
    for (ImportDescr imported : parsed.getImports()) {
      if (!imported.getTarget().startsWith(vocabulary + ".")) {
        fault(
            file,
            "line " + imported.getLine(),
            "import (%s) is not of the vocabulary %s.".formatted(imported.getTarget(), vocabulary));
      }
    }
    forbid(file, "global", parsed.getGlobals().size());
    forbid(file, "function", parsed.getFunctions().size());
    forbid(file, "import function", parsed.getFunctionImports().size());
    forbid(file, "declare", parsed.getTypeDeclarations().size());
    forbid(file, "entry point", parsed.getEntryPointDeclarations().size());
    forbid(file, "accumulate import", parsed.getAccumulateImports().size());
  }

  private void checkRule(String file, String drl, RuleDescr rule) {
    String place = "line %d, rule \"%s\"".formatted(rule.getLine(), rule.getName());
    rule.getAttributes().keySet().stream()
        .filter(a -> !ATTRIBUTES.contains(a))
        .forEach(a -> fault(file, place, "attribute (%s) is not allowed.".formatted(a)));
    String consequence = String.valueOf(rule.getConsequence());
    String bare = STRING.matcher(consequence).replaceAll("\"\"");
    if (!CONSEQUENCE.matcher(bare).matches()) {
      fault(file, place, "the consequence must be one: insert( new Verdict( ... ) );");
    }
    checkWords(file, place, bare);
    checkWords(file, place, STRING.matcher(condition(drl, rule)).replaceAll("\"\""));
  }

  private void checkWords(String file, String place, String text) {
    WORD.matcher(text)
        .results()
        .map(r -> r.group(1))
        .distinct()
        .forEach(w -> fault(file, place, "(%s) is not allowed in rules.".formatted(w)));
    CALL.matcher(text)
        .results()
        .map(r -> r.group(1))
        .filter(c -> Character.isLowerCase(c.charAt(0)) && !LISTED.contains(c))
        .distinct()
        .filter(c -> !text.contains("$") || !text.contains("." + c))
        .forEach(c -> fault(file, place, "function (%s) is not listed.".formatted(c)));
  }

  private static final Set<String> LISTED =
      Set.of("insert", "not", "exists", "forall", "or", "and", "in", "contains", "size", "isEmpty");

  /** The text between {@code when} and {@code then} of a rule. */
  private static String condition(String drl, RuleDescr rule) {
    int start = drl.indexOf("when", Math.max(0, rule.getStartCharacter()));
    int end = start < 0 ? -1 : drl.indexOf("then", start);
    return end < 0 ? "" : drl.substring(start + 4, end);
  }

  private void forbid(String file, String what, int count) {
    if (count > 0) {
      fault(file, "file", "(%s) is not allowed in rules of (%s).".formatted(what, point));
    }
  }

  private void fault(String file, String place, String what) {
    faults.add(new RuleSetBroken.Fault(file, place, what));
  }
}
