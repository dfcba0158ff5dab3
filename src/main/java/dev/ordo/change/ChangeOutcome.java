package dev.ordo.change;

/** What became of a change. */
public sealed interface ChangeOutcome {
  /** Carried out. */
  record Done() implements ChangeOutcome {}

  /** Asked for before with the same key: nothing was done again. */
  record AlreadyDone() implements ChangeOutcome {}

  /** A person was asked to see to it. */
  record Handed(String ownerRole) implements ChangeOutcome {}

  /** Cannot be done any more. */
  record Refused(String why) implements ChangeOutcome {}
}
