package dev.ordo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table may travel between text and spreadsheet as often as it likes: its rules stay. */
class RuleSheetsTests {
  static Stream<String> tables() {
    return RulesFixtures.points().stream()
        .flatMap(
            point ->
                RulesFixtures.release(point).sources().files().keySet().stream()
                    .filter(RuleTables::isTable)
                    .map(file -> point + "/" + file));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theWayThroughASpreadsheetChangesNoRule(String table) {
    String point = table.split("/")[0];
    String csv = table.split("/")[1];
    String xlsx = csv.replace(".csv", ".xlsx");
    Sources before = RulesFixtures.release(point).sources();

    Sources away = before.without(csv).with(xlsx, RuleSheets.xlsx(RuleSheets.cells(before, csv)));
    Sources back = before.with(csv, RuleSheets.csv(RuleSheets.checked(away, xlsx)));

    assertThat(drl(away, xlsx)).isEqualTo(drl(before, csv));
    assertThat(drl(back, csv)).isEqualTo(drl(before, csv));
    assertThat(Engine.compile(away).rules().keySet())
        .isEqualTo(Engine.compile(before).rules().keySet());
  }

  @Test
  void cellsComeBackAsTheyWereWritten() {
    List<List<String>> cells =
        List.of(
            List.of("007", "1.50", "0.25", "-3", "1e3", "", "a, b"),
            List.of("123456789012", "say \"yes\"", "北京", "100", "true", "1.0", " x"));
    Sources sources = new Sources("carrier", java.util.Map.of());

    assertThat(
            RuleSheets.cells(sources.with("t.xlsx", RuleSheets.xlsx(cells)), "t.xlsx").stream()
                .map(row -> padded(row, 7)))
        .isEqualTo(cells);
    assertThat(RuleSheets.cells(sources.with("t.csv", RuleSheets.csv(cells)), "t.csv"))
        .isEqualTo(cells);
  }

  @Test
  void aFormulaIsRefusedWithItsPlace() throws Exception {
    byte[] book;
    try (XSSFWorkbook made = new XSSFWorkbook();
        var bytes = new java.io.ByteArrayOutputStream()) {
      made.createSheet().createRow(2).createCell(1).setCellFormula("1+1");
      made.write(bytes);
      book = bytes.toByteArray();
    }
    Sources brought = new Sources("carrier", java.util.Map.of()).with("t.xlsx", book);

    assertThatThrownBy(() -> RuleSheets.checked(brought, "t.xlsx"))
        .hasMessageContaining("row 3, column B")
        .hasMessageContaining("formula");
  }

  private static List<String> padded(List<String> row, int width) {
    List<String> full = new ArrayList<>(row);
    full.addAll(Collections.nCopies(width - row.size(), ""));
    return full;
  }

  private static String drl(Sources sources, String file) {
    return RuleTables.drl(sources, file)
        .lines()
        .map(String::strip)
        .reduce("", (a, b) -> a + b + "\n");
  }
}
