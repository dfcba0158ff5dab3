package dev.ordo.channel;

import java.util.Set;

/** What became of something told to a platform. */
public sealed interface Answer {
  /**
   * Done, now or earlier.
   *
   * @param already the platform knew it before, which is as good
   */
  record Done(boolean already) implements Answer {}

  /** The platform will never take it: a person must look. */
  record Refused(String code, String reason) implements Answer {}

  /** Busy or broken: try again later. */
  record Later(String code, String reason) implements Answer {}

  /**
   * What an answer amounts to.
   *
   * @param check throws what the platform's answer complains of
   * @param already codes by which the platform says that it knew before
   */
  static Answer of(Runnable check, Set<String> already) {
    try {
      check.run();
      return new Done(false);
    } catch (PlatformTrouble trouble) {
      return already.contains(trouble.code()) ? new Done(true) : of(trouble);
    }
  }

  /** The answer an error amounts to. */
  static Answer of(PlatformTrouble trouble) {
    String reason = String.valueOf(trouble.getMessage());
    return trouble.mayHelpToAskAgain()
        ? new Later(trouble.code(), reason)
        : new Refused(trouble.code(), reason);
  }
}
