package dev.ordo.shared;

/** A status move that its table does not allow; names both ends. */
public class IllegalMove extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IllegalMove(Enum<?> from, Enum<?> to) {
    super("A %s cannot move from (%s) to (%s).".formatted(noun(from), from, to));
  }

  public IllegalMove(String message) {
    super(message);
  }

  private static String noun(Enum<?> status) {
    return status
        .getDeclaringClass()
        .getSimpleName()
        .replace("Status", "")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
