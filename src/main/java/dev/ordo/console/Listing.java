package dev.ordo.console;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * One page of a long list, newest first, continued by cursor instead of page number.
 *
 * @param rows at most the asked number
 * @param next cursor of the following page, empty at the end
 */
public record Listing<T>(List<T> rows, Optional<String> next) {
  /** Rows per page where the caller names none. */
  public static final int SIZE = 50;

  /**
   * Cuts a result that was asked for one row more than shown.
   *
   * @param found up to {@code size + 1} rows, ordered by descending id
   * @param size rows to show
   * @param id the row's id, which becomes the cursor: the next page asks for {@code id < cursor}
   */
  public static <T> Listing<T> of(List<T> found, int size, ToLongFunction<T> id) {
    if (found.size() <= size) {
      return new Listing<>(found, Optional.empty());
    }
    List<T> shown = List.copyOf(found.subList(0, size));
    return new Listing<>(shown, Optional.of(Long.toString(id.applyAsLong(shown.getLast()))));
  }

  /** The id to start below; no cursor starts at the newest. */
  public static long before(Optional<String> cursor) {
    return cursor.map(Listing::number).orElse(Long.MAX_VALUE);
  }

  private static long number(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new dev.ordo.shared.Refusal("cursor", cursor, "Give the cursor of the page before.");
    }
  }
}
