package dev.ordo.audit.facts;

/** What can be said about one level of an address. */
public enum PlaceStatus {
  OK,
  MISSING,
  CONTRADICTORY,
  OUTDATED,
  /** Not checkable: passes. */
  UNKNOWN
}
