package dev.ordo.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value a rule writes. */
public sealed interface Term {
  /** As people write it; two terms of one meaning have one text. */
  String text();

  /** A text, number, truth value, constant of an enum, or nothing. */
  record Literal(@Nullable Object value) implements Term {
    @Override
    public String text() {
      return switch (value) {
        case null -> "null";
        case BigDecimal number ->
            number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        case String text -> "\"" + text + "\"";
        case Enum<?> constant -> constant.name();
        default -> value.toString();
      };
    }
  }

  /** What a variable was bound to. */
  record Variable(String name) implements Term {
    @Override
    public String text() {
      return name;
    }
  }

  /** A field, or a function without arguments, of the fact that is asked. */
  record Field(String name, boolean call) implements Term {
    @Override
    public String text() {
      return name;
    }
  }

  /** The fact that is asked. */
  record Self() implements Term {
    @Override
    public String text() {
      return "this";
    }
  }

  /** A field or function of another value. */
  record Member(Term of, String name, boolean call, List<Term> arguments) implements Term {
    public Member {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String text() {
      return of.text() + "." + name + (arguments.isEmpty() ? "" : list(arguments));
    }
  }

  /** A constant or function of a type, such as {@code Duration.ofHours(3)}. */
  record Constant(String type, String name, List<Term> arguments) implements Term {
    public Constant {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String text() {
      return type + "." + name + (arguments.isEmpty() ? "" : list(arguments));
    }
  }

  /** Arithmetic, or texts put together. */
  record Sum(char sign, Term left, Term right) implements Term {
    @Override
    public String text() {
      return "(" + left.text() + " " + sign + " " + right.text() + ")";
    }
  }

  private static String list(List<Term> terms) {
    return terms.stream().map(Term::text).collect(Collectors.joining(", ", "(", ")"));
  }
}
