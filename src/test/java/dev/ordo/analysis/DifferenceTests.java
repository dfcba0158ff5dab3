package dev.ordo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.analysis.Difference.Change;
import dev.ordo.rules.ShippedRules;
import dev.ordo.rules.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What changed is told by meaning: rows, conditions, verdicts, never by letters. */
class DifferenceTests {
  private static final String LIMITS = "discount-limits.csv";

  private static String text(String point, String file) {
    return ShippedRules.sources(point).text(file);
  }

  private static List<String> changed(String point, String file, String from, String to) {
    String text = text(point, file);
    assertThat(text).contains(from);
    Sources after = ShippedRules.with(point, Map.of(file, text.replace(from, to)));
    return Difference.between(ShippedRules.sources(point), after).stream()
        .map(Change::sentence)
        .toList();
  }

  @Test
  void aLimitThatMovedIsToldByRow() {
    assertThat(changed("audit", LIMITS, ",500,,50,", ",300,,50,"))
        .containsExactly("discount-limits.csv row 11: goodsAmount ≥ 500 → goodsAmount ≥ 300");
  }

  @Test
  void aLimitThatWasAddedOrTakenAwayIsToldByRow() {
    assertThat(changed("audit", LIMITS, ",500,,50,", "TAOBAO,,,50,"))
        .containsExactly(
            "discount-limits.csv row 11: – → platform = \"TAOBAO\"",
            "discount-limits.csv row 11: goodsAmount ≥ 500 → –");
  }

  @Test
  void aVerdictThatChangedIsTold() {
    assertThat(changed("carrier", "preferences.csv", "\"EMS,REMOTE,40\"", "\"EMS,REMOTE,45\""))
        .containsExactly(
            "preferences.csv row 13: PreferCarrier(\"EMS\", \"REMOTE\", 40)"
                + " → PreferCarrier(\"EMS\", \"REMOTE\", 45)");
  }

  @Test
  void aRowPutInBetweenDoesNotChangeTheRowsBelow() {
    assertThat(
            changed(
                "audit",
                LIMITS,
                ",500,,50,",
                "JD,,400,60,DISCOUNT_TOO_HIGH,DISCOUNT_TOO_HIGH\n,500,,50,"))
        .containsExactly(
            "discount-limits.csv row 11: added (Discount limit_11): platform = \"JD\","
                + " goodsAmount < 400, discountPercent > 60, no ClearedHold with code ="
                + " \"DISCOUNT_TOO_HIGH\" → Hold(\"DISCOUNT_TOO_HIGH\", OPS_MANAGER,"
                + " ((\"-\" + $order.discountPercent) + \"%\"))");
  }

  @Test
  void aRuleThatWasRenamedIsTold() {
    assertThat(changed("picking", "picking.drl", "Bulky goods are", "Large goods are"))
        .containsExactly(
            "picking.drl line 27: renamed (Bulky goods are picked order by order)"
                + " → (Large goods are picked order by order)");
  }

  @Test
  void aRuleOfTextTellsItsConditionTheSameWay() {
    assertThat(changed("picking", "picking.drl", "weightG > 20000", "weightG >= 15000"))
        .containsExactly("picking.drl line 34: weightG > 20000 → weightG ≥ 15000");
    assertThat(
            changed("audit", "remarks.drl", "not ClearedHold( code == \"INVOICE_WANTED\" )\n", ""))
        .containsExactly("remarks.drl line 30: no ClearedHold with code = \"INVOICE_WANTED\" → –");
  }

  @Test
  void rulesThatCameAndWentAreTold() {
    String gone = text("picking", "picking.drl").replaceAll("(?s)rule \"More than 120.*", "");
    Sources after = ShippedRules.with("picking", Map.of("picking.drl", gone));

    assertThat(Difference.between(ShippedRules.sources("picking"), after))
        .extracting(Change::kind)
        .containsExactly(Difference.Kind.REMOVED);
    assertThat(Difference.between(after, ShippedRules.sources("picking")))
        .extracting(Change::sentence)
        .containsExactly(
            "picking.drl line 41: added (More than 120 litres are picked order by order):"
                + " volumeMm3 > 120000000 → PickBy(\"ORDER_BY_ORDER\")");
  }

  @Test
  void formatCommentsAndFileNamesMeanNothing() {
    Map<String, String> files = new TreeMap<>(ShippedRules.sources("audit").files());
    String amounts = text("audit", "amounts.drl");
    files.remove("amounts.drl");
    files.put(
        "zz.drl",
        ShippedRules.base64(amounts.replace("\n  ", "\n // said so\n\t").replace("( ", "(  ")));

    assertThat(Difference.between(ShippedRules.sources("audit"), new Sources("audit", files)))
        .isEmpty();
  }

  @Test
  void aSpreadsheetOfTheSameMeaningIsNoChange() throws IOException {
    Map<String, String> files = new TreeMap<>(ShippedRules.sources("carrier").files());
    String csv = text("carrier", "preferences.csv");
    files.remove("preferences.csv");
    files.put("preferences.xlsx", Base64.getEncoder().encodeToString(xlsx(csv)));
    Sources sheet = new Sources("carrier", files);

    assertThat(Difference.between(ShippedRules.sources("carrier"), sheet)).isEmpty();
  }

  private static byte[] xlsx(String csv) throws IOException {
    try (Workbook book = new XSSFWorkbook();
        CSVParser parser = CSVParser.parse(csv, CSVFormat.DEFAULT)) {
      var sheet = book.createSheet("preferences");
      for (CSVRecord record : parser) {
        Row row = sheet.createRow((int) record.getRecordNumber() - 1);
        for (int c = 0; c < record.size(); c++) {
          row.createCell(c).setCellValue(record.get(c));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }
}
