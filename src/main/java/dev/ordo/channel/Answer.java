package dev.ordo.channel;

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

  /** The answer an error amounts to. */
  static Answer of(PlatformTrouble trouble) {
    String reason = String.valueOf(trouble.getMessage());
    return trouble.mayHelpToAskAgain()
        ? new Later(trouble.code(), reason)
        : new Refused(trouble.code(), reason);
  }
}
