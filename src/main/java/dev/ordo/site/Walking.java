package dev.ordo.site;

/** How people walk the aisles of a rectangular floor. */
public enum Walking {
  /** The shortest way; whoever is done in an aisle may turn back in it. */
  SHORTEST,
  /** No turning back: a part of an aisle that is entered is walked to its other end. */
  THROUGH;

  public Walking other() {
    return this == SHORTEST ? THROUGH : SHORTEST;
  }
}
