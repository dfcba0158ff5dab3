package dev.ordo.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ordo.channel.DroppedFile.FileOrder;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.Refusal.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetProfileTests {
  private static final String HEAD =
      "shop,platformNo,createdAt,paidAt,modifiedAt,name,detail,sku,qty,price\n";
  private static final String TIMES =
      "2026-06-18T09:30:00+08:00,2026-06-18T09:30:00+08:00,2026-06-18T09:30:00+08:00";

  private final SheetProfile profile = new SheetProfile();

  private static String row(String no, String qty, String price) {
    return "TB1,%s,%s,张三,文三路 1 号,A-1,%s,%s\n".formatted(no, TIMES, qty, price);
  }

  private List<FileOrder> orders(String csv) {
    return profile.read("orders.csv", csv.getBytes(UTF_8)).orders();
  }

  private static List<Fault> faults(FileOrder order) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> OrderReader.read(order.json()));
    return refusal == null ? List.of() : refusal.faults();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.5x", "", "1e-99999999", "1e99999999", "-3"})
  void aBadPriceIsAFaultOfItsOrderOnly(String price) {
    List<FileOrder> orders =
        org.junit.jupiter.api.Assertions.assertTimeout(
            Duration.ofSeconds(5), () -> orders(HEAD + row("1", "2", price) + row("2", "1", "3")));
    assertThat(faults(orders.getFirst())).extracting(Fault::field).contains("lines[0].price");
    assertThat(faults(orders.getLast())).isEmpty();
  }

  @Test
  void aBadOrderSaysInWhichRow() {
    FileOrder order = orders(HEAD + row("1", "1", "1") + row("2", "1", "x")).getLast();
    RawOrder raw =
        new RawOrder("", "", order.json(), List.of(order.lines().getFirst().number() + 1));
    assertThat(new Reading.Misfit(raw, "UNREADABLE", "TB1:2", faults(order)).faults())
        .extracting(Fault::field)
        .containsExactly("row 3, lines[0].price");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "platformNo", "sku", "qty", "price"})
  void aFileWithoutAColumnItCannotDoWithoutIsRefused(String column) {
    String head = HEAD.replaceFirst("(^|,)" + column + "(,|\n)", "$1tag$2").replace("tag", "zip");
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> orders(head + row("1", "1", "1")));
    assertThat(refusal.faults()).extracting(Fault::value).containsExactly(column);
  }

  @Test
  void aCellBeyondTheHeadingsIsNeverDropped() {
    FileOrder order = orders(HEAD + row("1", "1", "1").replace("1\n", "1,left over\n")).getFirst();
    assertThat(faults(order))
        .extracting(Fault::field, Fault::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("lines[0].column 11", "\"left over\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.xlsx"})
  void whatIsNoSheetIsRefusedByNameWithoutOurInsides(String name) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> profile.read(name, "shop,\"open\nx".getBytes(UTF_8)));
    assertThat(refusal.getMessage()).contains(name).doesNotContain("Exception", "org.", "bytes");
  }

  @Test
  void rowsOfAWorkbookAreNumberedAsTheyStand() throws IOException {
    DroppedFile file = profile.read("a.xlsx", workbook());
    assertThat(file.orders()).hasSize(2);
    assertThat(file.orders().getLast().lines().getFirst().number() + 1).isEqualTo(5);
  }

  /** A heading, a row, two empty rows and a row. */
  private static byte[] workbook() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet();
      fill(sheet.createRow(0), HEAD);
      fill(sheet.createRow(1), row("1", "1", "1"));
      sheet.createRow(2).createCell(0).setCellValue("");
      fill(sheet.createRow(4), row("2", "1", "1"));
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(Row row, String csv) {
    String[] texts = csv.strip().split(",", -1);
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
  }
}
