package dev.ordo.rules;

import org.jspecify.annotations.Nullable;

/**
 * The rules could not decide: one of them failed, ran away or hung. The subject waits for a person.
 */
public class Undecided extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String point;
  private final String release;

  Undecided(String point, String release, String what, @Nullable Throwable cause) {
    super(
        "The rules of (%s), release %.12s, did not decide: %s".formatted(point, release, what),
        cause);
    this.point = point;
    this.release = release;
  }

  public String point() {
    return point;
  }

  /** Content address of the release that failed. */
  public String release() {
    return release;
  }
}
