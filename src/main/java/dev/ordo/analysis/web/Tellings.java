package dev.ordo.analysis.web;

import dev.ordo.analysis.Condition.Kind;
import dev.ordo.analysis.Glossary;
import dev.ordo.analysis.Term;
import dev.ordo.analysis.Test;
import dev.ordo.analysis.Test.Comparison;
import dev.ordo.analysis.WhyNot.Asked;
import dev.ordo.analysis.WhyNot.Held;
import dev.ordo.analysis.WhyNot.Part;
import dev.ordo.console.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a rule's conditions and what was found into the reader's words. */
final class Tellings {
  /**
   * One condition.
   *
   * @param say what was asked for
   * @param found how it came out, in a sentence
   */
  record Block(String say, String found, String held, List<Line> lines) {}

  /** One test: what the field means, what it should be, what it was, how far off. */
  record Line(
      String field,
      String name,
      String column,
      String wanted,
      String actual,
      String gap,
      String held) {}

  private final Words words;
  private final Glossary glossary;
  private final Locale locale;
  private final boolean chinese;

  Tellings(Words words, Glossary glossary, Locale locale) {
    this.words = words;
    this.glossary = glossary;
    this.locale = locale;
    this.chinese = locale.getLanguage().equals("zh");
  }

  Block block(Part part) {
    String meaning =
        glossary.type(part.type()).map(type -> type.meaning(chinese)).orElse(part.type());
    boolean lines = part.fact() != null || part.kind() != Kind.HAS_NOT;
    return new Block(
        words.of("analysis.whynot.kind." + part.kind().name(), locale, meaning),
        found(part),
        part.held().name(),
        lines ? part.asked().stream().map(asked -> line(part, asked)).toList() : List.of());
  }

  private String found(Part part) {
    if (part.held() == Held.UNKNOWN) {
      return words.of("analysis.whynot.unknown", locale);
    }
    String key =
        part.kind() == Kind.HAS_NOT
            ? part.held() == Held.YES ? "none-found" : "one-found"
            : part.facts() == 0 && part.held() == Held.NO
                ? "not-there"
                : part.held() == Held.YES ? "holds" : "fails";
    return words.of("analysis.whynot." + key, locale, part.facts());
  }

  private Line line(Part part, Asked asked) {
    Test test = asked.test();
    Test.Column column = test.column();
    String heading = column.isKnown() ? column.letter() + " " + column.heading() : "";
    if (!(test instanceof Comparison comparison)) {
      return new Line(test.text(), "", heading, "", "", "", asked.held().name());
    }
    String name = comparison.left().text();
    return new Line(
        glossary.field(part.type(), name).map(field -> field.meaning(chinese)).orElse(name),
        name,
        heading,
        wanted(comparison, asked),
        part.fact() == null ? "" : shown(asked.actual()),
        gap(part, name, asked),
        asked.held().name());
  }

  private String wanted(Comparison comparison, Asked asked) {
    String sign = words.of("analysis.sign." + comparison.operator().name(), locale);
    String values =
        comparison.right().stream()
            .map(term -> value(term, asked))
            .collect(Collectors.joining(", "));
    return sign + " " + values;
  }

  private String value(Term term, Asked asked) {
    if (term instanceof Term.Literal literal) {
      return shown(literal.value());
    }
    return asked.wanted() == null ? term.text() : shown(asked.wanted());
  }

  private String gap(Part part, String field, Asked asked) {
    if (asked.gap() == null) {
      return "";
    }
    String unit = glossary.field(part.type(), field).map(Glossary.Field::unit).orElse("");
    return words.of("analysis.whynot.gap", locale, plain(asked.gap()), unit(unit)).strip();
  }

  private String unit(String unit) {
    String key = "analysis.unit." + unit.replace(' ', '-');
    String known = unit.isEmpty() ? "" : words.of(key, locale);
    return known.equals(key) ? unit : known;
  }

  private String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "–";
      case Boolean truth -> words.of(truth ? "analysis.yes" : "analysis.no", locale);
      case Enum<?> constant -> words.code(constant.name(), locale);
      case BigDecimal number -> plain(number);
      case String text when text.isEmpty() -> words.of("analysis.empty", locale);
      case String text -> text;
      default -> value.toString();
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
