package dev.ordo.rules;

import dev.ordo.rules.RuleTables.Section;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as its author wrote it in a release.
 *
 * @param file file it stands in
 * @param row row of the sheet, counted from 1; 0 for a rule written as text
 * @param cells what the row holds under each heading, empty cells left out
 * @param text the rule's text, empty for a row
 */
public record RuleSource(String file, int row, List<Cell> cells, String text) {
  public RuleSource {
    cells = List.copyOf(cells);
  }

  /** One cell of a row. */
  public record Cell(String heading, String content) {}

  static Optional<RuleSource> of(Release release, String rule) {
    String file = release.rules().get(rule);
    if (file == null) {
      return Optional.empty();
    }
    int row = release.row(rule);
    return Optional.of(
        row > 0
            ? new RuleSource(file, row, cells(release.sources(), file, row), "")
            : new RuleSource(file, 0, List.of(), text(release.sources().text(file), rule)));
  }

  /** A sheet may hold several tables: the row belongs to the last that begins above it. */
  private static List<Cell> cells(Sources sources, String file, int row) {
    return RuleTables.sections(sources, file).stream()
        .filter(section -> section.firstRow() <= row)
        .reduce((above, below) -> below)
        .map(section -> cells(section, row))
        .orElse(List.of());
  }

  private static List<Cell> cells(Section section, int row) {
    return section.columns().stream()
        .map(column -> new Cell(column.heading(), section.cell(row, column).strip()))
        .filter(cell -> !cell.content.isEmpty())
        .toList();
  }

  private static String text(String file, String rule) {
    String name = Pattern.quote(rule);
    Matcher written =
        Pattern.compile(
                "^[ \\t]*rule\\s+(?:\""
                    + name
                    + "\"|'"
                    + name
                    + "'|"
                    + name
                    + "\\b).*?^[ \\t]*end\\b",
                Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(file);
    return written.find() ? written.group().stripIndent() : "";
  }
}
