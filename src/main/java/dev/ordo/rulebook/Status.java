package dev.ordo.rulebook;

import dev.ordo.shared.Moves;

/** How far a change of rules has come. */
public enum Status {
  /** Being written; whatever was known about it is void after an edit. */
  DRAFT,
  /** Compiles, its examples come out and nothing speaks against its shape. */
  VALIDATED,
  /** Known by what it would have done to past decisions. */
  BACKTESTED,
  /** Another person answers for this very content. */
  APPROVED,
  /** Another person says no and why; the author edits on. */
  REFUSED,
  /** Runs beside the active release, without effect or with a share of its own. */
  SHADOW,
  /** Decides. */
  ACTIVE,
  /** Decided until another release took its place. */
  RETIRED,
  /** Decided and was taken back. */
  ROLLED_BACK;

  /** The table of legal moves; an edit leads back to {@link #DRAFT} until it decides. */
  public static final Moves<Status> MOVES =
      Moves.of(Status.class)
          .allow(DRAFT, VALIDATED)
          .allow(VALIDATED, DRAFT, BACKTESTED, APPROVED, REFUSED, SHADOW, ACTIVE)
          .allow(BACKTESTED, DRAFT, VALIDATED, APPROVED, REFUSED, SHADOW, ACTIVE)
          .allow(APPROVED, DRAFT, REFUSED, SHADOW, ACTIVE)
          .allow(REFUSED, DRAFT)
          .allow(SHADOW, DRAFT, VALIDATED, BACKTESTED, APPROVED, REFUSED, ACTIVE)
          .allow(ACTIVE, RETIRED, ROLLED_BACK)
          .allow(RETIRED, ACTIVE)
          .allow(ROLLED_BACK, ACTIVE)
          .build();

  /** Whether its content may still change. */
  public boolean isEditable() {
    return MOVES.allowed(this, DRAFT) || this == DRAFT;
  }
}
