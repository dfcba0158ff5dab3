package dev.ordo.shared;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The one table of legal moves of a status machine; tests, guards and the printed diagram read it.
 *
 * @param <S> the status enum
 */
public final class Moves<S extends Enum<S>> {
  private final Map<S, Set<S>> next;

  private Moves(Map<S, Set<S>> next) {
    this.next = next;
  }

  public static <S extends Enum<S>> Builder<S> of(Class<S> type) {
    return new Builder<>(type);
  }

  public boolean allowed(S from, S to) {
    return next.getOrDefault(from, Set.of()).contains(to);
  }

  /** Gives the target back if the table allows the move, else throws {@link IllegalMove}. */
  public S check(S from, S to) {
    if (!allowed(from, to)) {
      throw new IllegalMove(from, to);
    }
    return to;
  }

  public Set<S> from(S status) {
    return Set.copyOf(next.getOrDefault(status, Set.of()));
  }

  /** Collects the rows of the table. */
  public static final class Builder<S extends Enum<S>> {
    private final Class<S> type;
    private final Map<S, Set<S>> next;

    private Builder(Class<S> type) {
      this.type = type;
      this.next = new EnumMap<>(type);
    }

    @SafeVarargs
    public final Builder<S> allow(S from, S... to) {
      next.computeIfAbsent(from, f -> EnumSet.noneOf(type)).addAll(Set.of(to));
      return this;
    }

    public Moves<S> build() {
      return new Moves<>(next);
    }
  }
}
