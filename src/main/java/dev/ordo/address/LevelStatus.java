package dev.ordo.address;

/** What can be said about one level of an address. */
public enum LevelStatus {
  OK,
  /** Not given, or given by a name that exists nowhere. */
  MISSING,
  /** Exists, but not inside the level above, or two places are named. */
  CONTRADICTORY,
  /** A district that has been abolished. */
  OUTDATED,
  /** Not checkable (foreign country, development zone that is no division): passes. */
  UNKNOWN
}
