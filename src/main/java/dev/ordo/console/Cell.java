package dev.ordo.console;

/**
 * One cell of a table drawn by the console.
 *
 * @param text what is shown
 * @param link page it leads to, empty for none
 * @param badge how it is marked
 * @param number whether it is aligned as a number
 */
public record Cell(String text, String link, Badge badge, boolean number) {
  public static Cell text(String text) {
    return new Cell(text, "", Badge.NONE, false);
  }

  public static Cell link(String text, String link) {
    return new Cell(text, link, Badge.NONE, false);
  }

  public static Cell badge(String text, Badge badge) {
    return new Cell(text, "", badge, false);
  }

  public static Cell number(Object value) {
    return new Cell(String.valueOf(value), "", Badge.NONE, true);
  }
}
