package dev.ordo.rules;

/**
 * What a rule says: a record of its owner's vocabulary, the only thing a consequence may insert.
 * Each decision point seals its verdicts in one interface that extends this.
 */
public interface Verdict {
  /** Stable code of what is said, e.g. {@code ADDRESS_TOO_SHORT}. */
  String code();
}
