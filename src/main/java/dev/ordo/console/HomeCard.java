package dev.ordo.console;

import dev.ordo.access.Role;
import dev.ordo.shared.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A card of the home page, contributed as a bean; asked anew every few seconds, so keep it cheap.
 */
public interface HomeCard {
  /** Cards are shown in ascending order, figures first by convention (0-99), charts from 100. */
  int position();

  String titleKey();

  /** What the card shows now; all texts in it are for people, in the given language. */
  Content content(Locale locale, Scope scope);

  /** Columns of the home grid it takes, 1 to 4. */
  default int width() {
    return 1;
  }

  /** Any of these sees the card; empty for everybody who is signed in. */
  default Set<Role> roles() {
    return Set.of();
  }

  /** One of the three things a card can show. */
  sealed interface Content permits Figures, Rows, Chart {}

  /** One or a few numbers side by side. */
  record Figures(List<Figure> figures) implements Content {
    public Figures(Figure... figures) {
      this(List.of(figures));
    }
  }

  /**
   * One number people watch.
   *
   * @param labelKey message key; the card's title says enough where it is empty
   * @param value the number as text, with its unit
   * @param hint a second line such as a comparison, empty for none
   * @param badge what the number means
   * @param link page with the details, empty for none
   */
  record Figure(String labelKey, String value, String hint, Badge badge, String link) {
    public Figure(String labelKey, String value) {
      this(labelKey, value, "", Badge.NONE, "");
    }

    public Figure(String labelKey, String value, String hint) {
      this(labelKey, value, hint, Badge.NONE, "");
    }
  }

  /** A small table. */
  record Rows(List<String> columnKeys, List<List<Cell>> rows) implements Content {}

  /**
   * An ECharts 5 option; colours, grid and fonts come from the console unless given.
   *
   * @param option as ECharts documents it, made of maps, lists, strings and numbers
   * @param height in CSS pixels
   */
  record Chart(Map<String, Object> option, int height) implements Content {
    public Chart(Map<String, Object> option) {
      this(option, 240);
    }
  }
}
