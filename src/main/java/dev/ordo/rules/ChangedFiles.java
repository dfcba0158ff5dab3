package dev.ordo.rules;

/**
 * Who decides what becomes of rule files that changed on disk; where nobody does, what is valid
 * decides at once.
 */
public interface ChangedFiles {
  /** Whether this node's disk is the one that counts. */
  boolean countHere();

  /** Files changed and compile to this release, which is stored but does not decide yet. */
  void changed(Release release);
}
