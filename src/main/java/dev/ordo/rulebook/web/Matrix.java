package dev.ordo.rulebook.web;

import dev.ordo.rulebook.Comparison.Cell;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Changed outcomes as a table of before by after, the most frequent ones.
 *
 * @param before outcomes down the side
 * @param after outcomes across the top
 * @param most the greatest count, for the shade of a cell
 */
record Matrix(List<String> before, List<String> after, List<Cell> cells, long most) {
  private static final int SIDE = 12;

  static Matrix of(List<Cell> all) {
    List<Cell> changes = all.stream().filter(Cell::isChange).toList();
    return new Matrix(
        outcomes(changes, Cell::before),
        outcomes(changes, Cell::after),
        changes,
        changes.stream().mapToLong(Cell::count).max().orElse(0));
  }

  private static List<String> outcomes(List<Cell> cells, Function<Cell, String> side) {
    Stream<String> all = cells.stream().map(side).distinct();
    return all.limit(SIDE).toList();
  }

  /** How often the one became the other. */
  Optional<Cell> at(String was, String is) {
    return cells.stream().filter(c -> c.before().equals(was) && c.after().equals(is)).findFirst();
  }

  /** Count to show, empty for none. */
  public String count(String was, String is) {
    return at(was, is).map(c -> "%,d".formatted(c.count())).orElse("");
  }

  /** Shade from 0 to 0.5, by the root so that rare changes are seen too. */
  public double shade(String was, String is) {
    return at(was, is).map(c -> 0.08 + 0.42 * Math.sqrt((double) c.count() / most)).orElse(0.0);
  }
}
