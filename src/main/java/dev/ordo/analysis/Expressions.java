package dev.ordo.analysis;

import com.github.javaparser.ParseProblemException;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.ordo.analysis.Test.Column;
import dev.ordo.analysis.Test.Comparison;
import dev.ordo.rules.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.mvel.parser.DrlxParser;
import org.drools.mvel.parser.ParseStart;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.jspecify.annotations.Nullable;

/** Turns the engine's own reading of an expression into tests and terms. */
final class Expressions {
  /** An expression this reading does not follow. */
  static final class Unread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unread(String text) {
      super(text, null, false, false);
    }
  }

  private static final Set<String> TYPES =
      Set.of("BigDecimal", "LocalDate", "LocalTime", "Instant", "Duration", "List", "Set");
  private static final Map<BinaryExpr.Operator, Operator> COMPARED =
      Map.of(
          BinaryExpr.Operator.EQUALS, Operator.EQUAL,
          BinaryExpr.Operator.NOT_EQUALS, Operator.NOT_EQUAL,
          BinaryExpr.Operator.LESS, Operator.LESS,
          BinaryExpr.Operator.LESS_EQUALS, Operator.AT_MOST,
          BinaryExpr.Operator.GREATER, Operator.MORE,
          BinaryExpr.Operator.GREATER_EQUALS, Operator.AT_LEAST);
  private static final Map<String, Operator> WORDS =
      Map.of("in", Operator.IN, "contains", Operator.CONTAINS, "matches", Operator.MATCHES);

  private final Vocabulary vocabulary;
  private final ParseStart<DrlxExpression> parser =
      DrlxParser.buildDrlxParserWithArguments(List.of());
  private final Map<String, DrlxExpression> read = new HashMap<>();

  Expressions(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Variable before the colon; empty if there is none. */
  String binding(String text) {
    return Optional.ofNullable(parsed(text).getBind()).map(SimpleName::asString).orElse("");
  }

  /** The value behind a binding, or of an argument. */
  Term term(String text) {
    Expression expression = parsed(text).getExpr();
    return term(
        expression instanceof BinaryExpr test && isTest(test) ? test.getLeft() : expression);
  }

  /** The test within a constraint; empty if it only binds a variable. */
  Optional<Test> test(String text, Column column) {
    DrlxExpression parsed = parsed(text);
    Expression expression = parsed.getExpr();
    boolean bindsOnly = parsed.getBind() != null && !isTest(expression);
    return bindsOnly ? Optional.empty() : Optional.of(test(expression, column, null));
  }

  /** The verdict's type and what it is made of, from {@code insert( new Hold( ... ) )}. */
  Optional<Map.Entry<String, List<Term>>> inserted(String consequence) {
    String text = consequence.strip();
    Expression call =
        parsed(text.endsWith(";") ? text.substring(0, text.length() - 1) : text).getExpr();
    if (call instanceof MethodCallExpr insert
        && insert.getArguments().size() == 1
        && insert.getArgument(0) instanceof ObjectCreationExpr created) {
      return Optional.of(
          Map.entry(created.getType().getNameAsString(), terms(created.getArguments())));
    }
    return Optional.empty();
  }

  private DrlxExpression parsed(String text) {
    return read.computeIfAbsent(
        text,
        t -> {
          try {
            DrlxExpression parsed = DrlxParser.parseExpression(parser, doubleQuoted(t));
            return parsed;
          } catch (ParseProblemException e) {
            throw new Unread(t);
          }
        });
  }

  /** The engine takes texts in single quotation marks, its parser does not. */
  private static String doubleQuoted(String text) {
    if (text.indexOf('\'') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    boolean within = false;
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      within ^= c == '"';
      if (c == '\'' && !within) {
        out.setCharAt(i, '"');
        int end = out.indexOf("'", i + 1);
        i = end < 0 ? out.length() : end;
        if (end >= 0) {
          out.setCharAt(end, '"');
        }
      }
    }
    return out.toString();
  }

  private static boolean isTest(Expression expression) {
    return switch (expression) {
      case BinaryExpr binary -> COMPARED.containsKey(binary.getOperator()) || isJoint(binary);
      case PointFreeExpr words -> true;
      case HalfBinaryExpr half -> true;
      case UnaryExpr unary -> unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT;
      case EnclosedExpr enclosed -> isTest(enclosed.getInner());
      default -> false;
    };
  }

  private static boolean isJoint(BinaryExpr binary) {
    return binary.getOperator() == BinaryExpr.Operator.AND
        || binary.getOperator() == BinaryExpr.Operator.OR;
  }

  /**
   * @param before what the comparison before had on its left
   */
  private Test test(Expression expression, Column column, @Nullable Term before) {
    return switch (expression) {
      case EnclosedExpr enclosed -> test(enclosed.getInner(), column, before);
      case UnaryExpr not when not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT ->
          negated(test(not.getExpression(), column, before), column);
      case BinaryExpr binary when isJoint(binary) -> joined(binary, column, before);
      case BinaryExpr binary when COMPARED.containsKey(binary.getOperator()) ->
          compared(column, term(binary.getLeft()), binary);
      case HalfBinaryExpr half when before != null -> half(column, before, half);
      case PointFreeExpr words -> words(column, words);
      default -> holds(column, term(expression), true);
    };
  }

  private static Test holds(Column column, Term term, boolean wanted) {
    return new Comparison(column, term, Operator.EQUAL, List.of(new Term.Literal(wanted)));
  }

  private static Test negated(Test test, Column column) {
    if (test instanceof Comparison c) {
      if (c.right().equals(List.of(new Term.Literal(true))) && c.operator() == Operator.EQUAL) {
        return holds(column, c.left(), false);
      }
      return new Comparison(column, c.left(), c.operator().negated(), c.right());
    }
    return new Test.Not(column, test);
  }

  private Test joined(BinaryExpr binary, Column column, @Nullable Term before) {
    Test left = test(binary.getLeft(), column, before);
    Test right = test(binary.getRight(), column, lastLeft(left));
    boolean all = binary.getOperator() == BinaryExpr.Operator.AND;
    List<Test> parts = new ArrayList<>();
    for (Test part : List.of(left, right)) {
      if (part instanceof Test.Joined same && same.all() == all) {
        parts.addAll(same.parts());
      } else {
        parts.add(part);
      }
    }
    return new Test.Joined(column, all, parts);
  }

  private static @Nullable Term lastLeft(Test test) {
    return switch (test) {
      case Comparison comparison -> comparison.left();
      case Test.Joined joined -> lastLeft(joined.parts().getLast());
      case Test.Not not -> lastLeft(not.part());
    };
  }

  private Test compared(Column column, Term left, BinaryExpr binary) {
    Operator operator = comparison(binary.getOperator().name());
    Term right = term(binary.getRight());
    return left instanceof Term.Literal && !(right instanceof Term.Literal)
        ? new Comparison(column, right, operator.mirrored(), List.of(left))
        : new Comparison(column, left, operator, List.of(right));
  }

  private Test half(Column column, Term left, HalfBinaryExpr half) {
    Operator operator = comparison(half.getOperator().name());
    return new Comparison(column, left, operator, List.of(term(half.getRight())));
  }

  private static Operator comparison(String javaName) {
    return Optional.ofNullable(COMPARED.get(BinaryExpr.Operator.valueOf(javaName)))
        .orElseThrow(() -> new Unread(javaName));
  }

  private Test words(Column column, PointFreeExpr words) {
    Operator operator = WORDS.get(words.getOperator().asString());
    if (operator == null) {
      throw new Unread(words.getOperator().asString());
    }
    return new Comparison(
        column,
        term(words.getLeft()),
        words.isNegated() ? operator.negated() : operator,
        terms(words.getRight()));
  }

  private List<Term> terms(Collection<Expression> expressions) {
    return expressions.stream().map(this::term).toList();
  }

  private Term term(Expression expression) {
    return switch (expression) {
      case EnclosedExpr enclosed -> term(enclosed.getInner());
      case NameExpr name -> name(name.getNameAsString());
      case ThisExpr self -> new Term.Self();
      case NullLiteralExpr none -> new Term.Literal(null);
      case BooleanLiteralExpr truth -> new Term.Literal(truth.getValue());
      case StringLiteralExpr text -> new Term.Literal(text.getValue());
      case LiteralStringValueExpr number -> new Term.Literal(number(number.getValue()));
      case UnaryExpr unary when unary.getOperator() == UnaryExpr.Operator.MINUS ->
          negative(term(unary.getExpression()));
      case BinaryExpr sum -> sum(sum);
      case FieldAccessExpr access -> member(access);
      case MethodCallExpr call -> call(call);
      default -> throw new Unread(expression.getClass().getSimpleName());
    };
  }

  private static Term name(String name) {
    return name.startsWith("$") ? new Term.Variable(name) : new Term.Field(name, false);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replaceAll("[_BILl]", ""));
  }

  private static Term negative(Term term) {
    return term instanceof Term.Literal(BigDecimal number)
        ? new Term.Literal(number.negate())
        : new Term.Sum('-', new Term.Literal(BigDecimal.ZERO), term);
  }

  private Term sum(BinaryExpr binary) {
    char sign =
        switch (binary.getOperator()) {
          case PLUS -> '+';
          case MINUS -> '-';
          case MULTIPLY -> '*';
          case DIVIDE -> '/';
          case REMAINDER -> '%';
          default -> throw new Unread(binary.getOperator().name());
        };
    return new Term.Sum(sign, term(binary.getLeft()), term(binary.getRight()));
  }

  private Term member(FieldAccessExpr access) {
    String name = access.getNameAsString();
    if (!(access.getScope() instanceof NameExpr scope) || !isType(scope.getNameAsString())) {
      return new Term.Member(term(access.getScope()), name, false, List.of());
    }
    String type = scope.getNameAsString();
    return constant(type, name)
        .<Term>map(Term.Literal::new)
        .orElseGet(() -> new Term.Constant(type, name, List.of()));
  }

  private Optional<Object> constant(String type, String name) {
    Class<?> found = vocabulary.types().get(type);
    if (found == null || !found.isEnum()) {
      return Optional.empty();
    }
    for (Object constant : found.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  private Term call(MethodCallExpr call) {
    String name = call.getNameAsString();
    List<Term> arguments = terms(call.getArguments());
    Expression scope = call.getScope().orElse(null);
    if (scope == null) {
      return new Term.Field(name, true);
    }
    if (scope instanceof NameExpr type && isType(type.getNameAsString())) {
      return new Term.Constant(type.getNameAsString(), name, arguments);
    }
    return new Term.Member(term(scope), name, true, arguments);
  }

  private boolean isType(String name) {
    return TYPES.contains(name) || vocabulary.types().containsKey(name);
  }
}
