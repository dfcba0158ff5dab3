package dev.ordo.audit.facts;

/** The system carries out a wish by itself; the order passes. */
public record SetField(Field field, String value) implements ReviewVerdict {
  @Override
  public String code() {
    return field.name();
  }
}
