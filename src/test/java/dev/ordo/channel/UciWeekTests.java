package dev.ordo.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real week of the UCI Online Retail data set: every line is accounted for, to the cent. */
class UciWeekTests extends RunningServer {
  private static final BigDecimal FILE_TOTAL = new BigDecimal("139207.46");

  @Autowired private Inbox inbox;
  @Autowired private JdbcClient jdbc;

  @Test
  void everyLineEndsAsOrderRefundOrExplainedIncident() throws IOException {
    byte[] week = week();
    shopWithArticles(week);
    FileReport report = inbox.take("uci_online_retail_2011-03-01_07.csv", week);

    assertThat(report.lines()).isEqualTo(7_607);
    assertThat(report.amount()).isEqualByComparingTo(FILE_TOTAL);
    assertThat(report.repeated()).isEqualTo(44);
    Map<String, FileReport.Row> rows =
        report.rows().stream().collect(Collectors.toMap(FileReport.Row::kind, r -> r));
    assertThat(rows.keySet())
        .containsExactlyInAnyOrder(
            "ORDER_LINE",
            "REFUND",
            "FREIGHT",
            "NO_ARTICLE",
            "WRITE_OFF",
            "STOCK_FOUND",
            "ORPHAN_CANCELLATION");
    assertThat(rows.values().stream().mapToInt(FileReport.Row::lines).sum()).isEqualTo(7_607);
    assertThat(
            Objects.requireNonNull(rows.get("REFUND")).lines()
                + Objects.requireNonNull(rows.get("ORPHAN_CANCELLATION")).lines())
        .isEqualTo(171);
    ordersBearWhatTheFileSays(report, rows);
    incidentsExplainTheRest(rows);
  }

  private void ordersBearWhatTheFileSays(FileReport report, Map<String, FileReport.Row> rows) {
    BigDecimal expected =
        Objects.requireNonNull(rows.get("ORDER_LINE"))
            .amount()
            .add(Objects.requireNonNull(rows.get("FREIGHT")).amount());
    assertThat(
            jdbc.sql("SELECT sum(total_amount) FROM sales_order WHERE shop = 'UCI'")
                .query(BigDecimal.class)
                .single())
        .isEqualByComparingTo(expected);
    assertThat(
            jdbc.sql("SELECT count(*) FROM sales_order WHERE shop = 'UCI'")
                .query(Integer.class)
                .single())
        .isEqualTo(report.orders());
  }

  private void incidentsExplainTheRest(Map<String, FileReport.Row> rows) {
    int aside =
        rows.values().stream()
            .filter(FileReport.Row::incident)
            .mapToInt(FileReport.Row::lines)
            .sum();
    assertThat(
            jdbc.sql("SELECT count(*) FROM incident WHERE source = 'channel-file'")
                .query(Integer.class)
                .single())
        .isEqualTo(aside);
  }

  private static byte[] week() throws IOException {
    String name = "/demo/uci/uci_online_retail_2011-03-01_07.csv.gz";
    try (InputStream file = new GZIPInputStream(UciWeekTests.class.getResourceAsStream(name))) {
      return file.readAllBytes();
    }
  }

  private void shopWithArticles(byte[] week) {
    assertThat(
            put(
                "/api/shops",
                """
                [{"code": "UCI", "platform": "COUNTER", "name": "Gift wholesaler",
                  "currency": "GBP", "deliveryMethods": ["counter"]}]
                """))
        .isEqualTo(200);
    List<Object> products = new ArrayList<>();
    Sheets.csv("week.csv", week).rows().stream()
        .map(row -> row.getOrDefault("StockCode", ""))
        .filter(code -> !code.contains(" "))
        .distinct()
        .forEach(code -> products.add(product(code)));
    assertThat(put("/api/products", PlatformJson.write(products))).isEqualTo(200);
  }

  private static Map<String, Object> product(String code) {
    return Map.of(
        "sku",
        code,
        "nameEn",
        "Gift " + code,
        "weightG",
        200,
        "lengthMm",
        100,
        "widthMm",
        100,
        "heightMm",
        50,
        "currency",
        "GBP",
        "listPrice",
        2,
        "standardCost",
        1);
  }

  private int put(String path, String json) {
    return send(api(path).PUT(BodyPublishers.ofString(json))).statusCode();
  }
}
