package dev.ordo.console;

import java.util.Locale;

/** What a value means to the eye: neutral, good, worth a look, bad, or just marked. */
public enum Badge {
  NONE,
  OK,
  WARN,
  BAD,
  INFO,
  MUTED;

  /** The style sheet's classes for it. */
  public String css() {
    return this == NONE ? "" : "badge badge-" + name().toLowerCase(Locale.ROOT);
  }
}
