package dev.ordo.channel;

import dev.ordo.shared.Refusal.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of one JSON object strictly and collects every fault instead of stopping at the
 * first, so that a sender mends an order in one go. Every fault makes the value unusable; the
 * caller throws before it uses any.
 */
final class ObjectReader {
  private static final Pattern CODE = Pattern.compile("[\\p{IsAlphabetic}\\p{N}._:/#-]+");
  private static final BigDecimal MOST = new BigDecimal("99999999.99");

  private final ObjectNode node;
  private final String path;
  private final List<Fault> faults;
  private final Set<String> known = new HashSet<>();

  private ObjectReader(ObjectNode node, String path, List<Fault> faults) {
    this.node = node;
    this.path = path;
    this.faults = faults;
  }

  static ObjectReader of(JsonNode node, List<Fault> faults) {
    return of(node, "", faults);
  }

  private static ObjectReader of(JsonNode node, String path, List<Fault> faults) {
    if (node instanceof ObjectNode object) {
      return new ObjectReader(object, path, faults);
    }
    faults.add(new Fault(path.isEmpty() ? "order" : path, cut(node), "Give a JSON object."));
    return new ObjectReader(JsonNodeFactory.instance.objectNode(), path, faults);
  }

  /** A code or number: required, letters, digits and . _ : / # - only. */
  String code(String name, int max) {
    String value = requiredText(name, max);
    if (!value.isEmpty() && !CODE.matcher(value).matches()) {
      fault(name, value, "Use letters, digits and . _ : / # - only.");
    }
    return value;
  }

  String requiredText(String name, int max) {
    String value = text(name, max);
    if (value.isBlank() && faults.stream().noneMatch(f -> f.field().equals(path + name))) {
      fault(name, value, "Give this field, 1 to %d characters.".formatted(max));
    }
    return value;
  }

  /** Free text, empty where absent; hostile characters are a fault, never silently dropped. */
  String text(String name, int max) {
    JsonNode value = field(name);
    if (value == null) {
      return "";
    }
    if (!value.isString()) {
      fault(name, value, "Give a JSON string.");
      return "";
    }
    return checked(name, value.stringValue(), max);
  }

  private String checked(String name, String text, int max) {
    if (text.length() > max) {
      fault(name, text, "Give at most %d characters, not %d.".formatted(max, text.length()));
    } else if (Hostile.in(text)) {
      fault(name, text, "Remove control, text-direction and broken characters.");
    }
    return text.strip();
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
    String value = field(name) == null ? otherwise.name() : text(name, 40);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    fault(name, value, "Use one of " + List.of(type.getEnumConstants()) + ".");
    return otherwise;
  }

  Instant instant(String name) {
    Instant value = optionalInstant(name);
    if (value == null) {
      if (field(name) == null) {
        fault(name, "", "Give a time like 2026-06-18T09:30:00+08:00.");
      }
      return Instant.EPOCH;
    }
    return value;
  }

  @Nullable Instant optionalInstant(String name) {
    String value = text(name, 40);
    if (value.isEmpty()) {
      return null;
    }
    try {
      return plausible(name, OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      fault(name, value, "Give a time with its zone like 2026-06-18T09:30:00+08:00.");
      return null;
    }
  }

  private Instant plausible(String name, Instant at) {
    if (at.isBefore(Instant.parse("2000-01-01T00:00:00Z"))
        || at.isAfter(Instant.parse("2100-01-01T00:00:00Z"))) {
      fault(name, at, "Give a time between the years 2000 and 2100.");
    }
    return at;
  }

  /** An amount of 0 to 99,999,999.99 with at most {@code digits} decimals; 0 where absent. */
  BigDecimal amount(String name, int digits) {
    JsonNode value = field(name);
    if (value == null) {
      return BigDecimal.ZERO.setScale(digits);
    }
    try {
      return fitting(name, decimal(value), digits);
    } catch (ArithmeticException | NumberFormatException e) {
      fault(
          name, value, "Give a decimal with at most %d digits after the point.".formatted(digits));
      return BigDecimal.ZERO;
    }
  }

  BigDecimal requiredAmount(String name, int digits) {
    if (field(name) == null) {
      fault(name, "", "Give this amount.");
    }
    return amount(name, digits);
  }

  private BigDecimal fitting(String name, BigDecimal amount, int digits) {
    if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
      fault(name, amount, "Give an amount from 0 to 99999999.99.");
      return BigDecimal.ZERO;
    }
    return amount.setScale(digits);
  }

  private static BigDecimal decimal(JsonNode value) {
    String text = value.isNumber() || value.isString() ? value.asString() : "";
    return Decimals.parse(text).orElseThrow(NumberFormatException::new);
  }

  int integer(String name, int least, int most) {
    JsonNode value = field(name);
    if (value != null
        && value.isIntegralNumber()
        && value.canConvertToInt()
        && value.intValue() >= least
        && value.intValue() <= most) {
      return value.intValue();
    }
    fault(name, value == null ? "" : value, "Give a whole number %d to %d.".formatted(least, most));
    return least;
  }

  boolean flag(String name) {
    JsonNode value = field(name);
    if (value != null && !value.isBoolean()) {
      fault(name, value, "Give true or false.");
      return false;
    }
    return value != null && value.booleanValue();
  }

  ObjectReader child(String name) {
    JsonNode value = field(name);
    if (value == null) {
      return new ObjectReader(JsonNodeFactory.instance.objectNode(), path + name + ".", faults);
    }
    return of(value, path + name + ".", faults);
  }

  boolean has(String name) {
    return field(name) != null;
  }

  <T> List<T> list(String name, int most, Function<ObjectReader, T> element) {
    List<T> all = new ArrayList<>();
    for (JsonNode each : elements(name, most)) {
      String at = "%s%s[%d].".formatted(path, name, all.size());
      ObjectReader reader = of(each, at, faults);
      all.add(element.apply(reader));
      reader.refuseUnknown();
    }
    return all;
  }

  List<String> texts(String name, int most, int max) {
    List<String> all = new ArrayList<>();
    for (JsonNode each : elements(name, most)) {
      if (each.isString()) {
        all.add(checked(name, each.stringValue(), max));
      } else {
        fault(name, each, "Give a list of strings.");
      }
    }
    return all;
  }

  private Iterable<JsonNode> elements(String name, int most) {
    JsonNode value = field(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.size() > most) {
      fault(name, value.isArray() ? value.size() : value, "Give a list of at most " + most + ".");
      return List.of();
    }
    return value.values();
  }

  /** Misspelt names would silently lose data, so every name must be one that was asked for. */
  void refuseUnknown() {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        fault(
            name,
            cut(node.get(name)),
            "No such field; known are " + known.stream().sorted().toList());
      }
    }
  }

  void fault(String name, Object value, String remedy) {
    faults.add(new Fault(path + name, cut(value), remedy));
  }

  private static String cut(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  private @Nullable JsonNode field(String name) {
    known.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }
}
