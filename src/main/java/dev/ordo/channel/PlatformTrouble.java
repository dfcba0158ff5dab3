package dev.ordo.channel;

/** A platform answered with an error of its own; says whether asking again may help. */
public class PlatformTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean again;

  public PlatformTrouble(String code, String reason, boolean again) {
    super("The platform answered (%s): %s".formatted(code, reason));
    this.code = code;
    this.again = again;
  }

  public String code() {
    return code;
  }

  public boolean mayHelpToAskAgain() {
    return again;
  }
}
