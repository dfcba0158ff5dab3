package dev.ordo.channel;

import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Canonical JSON in the making: connectors copy what the platform said, whatever it is, and leave
 * judging to the one strict reader.
 */
public final class Draft {
  private static final DateTimeFormatter CHINESE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final ObjectNode node;

  private Draft(ObjectNode node) {
    this.node = node;
  }

  public static Draft of(String shop) {
    return new Draft(JsonNodeFactory.instance.objectNode()).put("shop", shop);
  }

  public JsonNode json() {
    return node;
  }

  public Draft put(String name, String value) {
    node.put(name, value);
    return this;
  }

  public Draft put(String name, boolean value) {
    node.put(name, value);
    return this;
  }

  /** Copies a value as it is; a number given as text becomes a number where a count is meant. */
  public Draft count(String name, JsonNode value) {
    try {
      node.put(name, Integer.parseInt(value.asString("")));
    } catch (NumberFormatException e) {
      node.set(name, value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
    }
    return this;
  }

  /** Text or number as text; absent becomes empty. */
  public Draft text(String name, JsonNode value) {
    return put(name, value.isMissingNode() || value.isNull() ? "" : value.asString(""));
  }

  public Draft amount(String name, BigDecimal value) {
    return put(name, value.toPlainString());
  }

  /** A time of China such as "2026-06-18 09:30:00"; anything else is passed on for the reader. */
  public Draft chineseTime(String name, JsonNode value) {
    String text = value.asString("");
    try {
      return put(name, LocalDateTime.parse(text, CHINESE).atOffset(CHINA).toString());
    } catch (DateTimeParseException e) {
      return put(name, text);
    }
  }

  public Draft seconds(String name, JsonNode value) {
    return value.asLong(0) == 0
        ? put(name, "")
        : put(name, Instant.ofEpochSecond(value.asLong(0)).toString());
  }

  public Draft millis(String name, JsonNode value) {
    return value.asLong(0) == 0
        ? put(name, "")
        : put(name, Instant.ofEpochMilli(value.asLong(0)).toString());
  }

  public Draft inside(String name, Consumer<Draft> filling) {
    filling.accept(new Draft(node.withObjectProperty(name)));
    return this;
  }

  public Draft add(String name, Consumer<Draft> filling) {
    filling.accept(new Draft(node.withArrayProperty(name).addObject()));
    return this;
  }

  public Draft tag(String tag) {
    node.withArrayProperty("tags").add(tag);
    return this;
  }

  /** The time as the gateways of China write it. */
  public static String chinese(Instant at) {
    return CHINESE.format(at.atOffset(CHINA));
  }

  /** Yuan from text or number; zero where absent. */
  public static BigDecimal yuan(JsonNode value) {
    String text = value.asString("");
    return text.isEmpty() ? BigDecimal.ZERO : decimal(text);
  }

  /** Yuan from whole fen. */
  public static BigDecimal fen(JsonNode value) {
    return yuan(value).movePointLeft(2);
  }

  private static BigDecimal decimal(String text) {
    return Decimals.parse(text)
        .orElseThrow(() -> new Refusal("amount", text, "Give a decimal amount."));
  }
}
