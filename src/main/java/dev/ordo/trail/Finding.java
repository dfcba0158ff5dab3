package dev.ordo.trail;

/**
 * Something that is wrong with the trail.
 *
 * @param decision id of the record it is about, 0 if none can be named
 * @param block number of the block it is about, 0 if none
 * @param detail what else there is to say: an anchor's day, a subject; empty if nothing
 */
public record Finding(Kind kind, long decision, long block, String detail) {

  /** What happened to it. */
  public enum Kind {
    /** The content is not what was sealed. */
    ALTERED,
    /** Sealed, but no longer there. */
    MISSING,
    /** There, but not when decisions of its time were sealed. */
    INSERTED,
    /** Not in the order it was sealed in. */
    REORDERED,
    /** The chain does not lead to this record: before it something was taken out or put in. */
    CHAIN_BROKEN,
    /** What it is about no longer leads to it. */
    UNLINKED,
    /** A block of the chain is gone. */
    BLOCK_MISSING,
    /** A day's anchor is not what it was, or not what the chain says. */
    ANCHOR_DIFFERS,
    /** A day says that retention dropped it, but it is not old enough. */
    PRUNED_EARLY,
    /** A release, an approval or an activation is not what was sealed. */
    PAPER_ALTERED,
    /** A release, an approval or an activation was sealed, but is no longer there. */
    PAPER_MISSING,
    /** The chain of releases, approvals and activations does not lead to this one. */
    PAPERS_BROKEN
  }
}
