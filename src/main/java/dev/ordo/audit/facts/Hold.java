package dev.ordo.audit.facts;

/**
 * The order waits for a person.
 *
 * @param code stable reason, e.g. ADDRESS_MISSING
 * @param owner who clears it
 * @param detail what was found, free of personal data; empty where the code says it all
 */
public record Hold(String code, Owner owner, String detail) implements ReviewVerdict {
  public Hold(String code, Owner owner) {
    this(code, owner, "");
  }
}
