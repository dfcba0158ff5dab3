package dev.ordo.finance.web;

import dev.ordo.address.Addresses;
import dev.ordo.address.Division;
import dev.ordo.console.Amounts;
import dev.ordo.console.Cell;
import dev.ordo.console.Words;
import dev.ordo.finance.ProfitRow;
import dev.ordo.finance.Profits;
import dev.ordo.shared.Ids;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Profit rows as table, chart and CSV. */
@Component
class ProfitTable {
  private static final int MOST_ROWS = 500;
  private static final int MOST_BARS = 31;
  private static final List<String> AMOUNTS =
      List.of(
          "finance.revenue",
          "finance.goods-cost",
          "finance.commission",
          "finance.promotion",
          "finance.freight",
          "finance.packing",
          "finance.profit",
          "finance.margin");

  private final Addresses addresses;
  private final Words words;
  private final JsonMapper json;

  ProfitTable(Addresses addresses, Words words, JsonMapper json) {
    this.addresses = addresses;
    this.words = words;
    this.json = json;
  }

  List<String> columns(Profits.By by) {
    return Stream.concat(Stream.of("finance.by." + by), AMOUNTS.stream()).toList();
  }

  List<List<Cell>> cells(Profits.By by, List<ProfitRow> rows, Locale locale) {
    return rows.stream()
        .limit(MOST_ROWS)
        .map(
            row ->
                Stream.concat(
                        Stream.of(key(by, row, locale)),
                        amounts(row).map(Amounts::text).map(Cell::number))
                    .toList())
        .toList();
  }

  private Cell key(Profits.By by, ProfitRow row, Locale locale) {
    String name = name(by, row.key(), locale);
    return by == Profits.By.ORDER ? Cell.link(name, "/orders/" + name) : Cell.text(name);
  }

  private String name(Profits.By by, String key, Locale locale) {
    if (key.isEmpty()) {
      return words.of("finance.none", locale);
    }
    return switch (by) {
      case PROVINCE -> addresses.division(key).map(Division::name).orElse(key);
      case ORDER -> Ids.text(Long.parseLong(key));
      default -> key;
    };
  }

  private static Stream<BigDecimal> amounts(ProfitRow row) {
    return Stream.of(
        row.revenue(),
        row.goodsCost(),
        row.commission(),
        row.promotion(),
        row.freight(),
        row.packing(),
        row.profit(),
        row.margin());
  }

  /** Revenue and profit side by side as an ECharts option. */
  String chart(Profits.By by, List<ProfitRow> rows, Locale locale) {
    List<ProfitRow> shown = rows.stream().limit(MOST_BARS).toList();
    Map<String, Object> option =
        Map.of(
            "legend", Map.of("top", 0),
            "xAxis",
                Map.of(
                    "type",
                    "category",
                    "data",
                    shown.stream().map(row -> name(by, row.key(), locale)).toList()),
            "yAxis", Map.of("type", "value"),
            "series",
                List.of(
                    bars(
                        "finance.revenue", locale, shown.stream().map(ProfitRow::revenue).toList()),
                    bars(
                        "finance.profit", locale, shown.stream().map(ProfitRow::profit).toList())));
    return json.writeValueAsString(option);
  }

  private Map<String, Object> bars(String nameKey, Locale locale, List<?> values) {
    return Map.of("type", "bar", "name", words.of(nameKey, locale), "data", values);
  }

  String csv(Profits.By by, List<ProfitRow> rows, Locale locale) {
    String head =
        columns(by).stream()
            .map(key -> quoted(words.of(key, locale)))
            .collect(Collectors.joining(","));
    return "\uFEFF"
        + head
        + "\r\n"
        + rows.stream()
            .map(
                row ->
                    quoted(name(by, row.key(), locale))
                        + ","
                        + amounts(row)
                            .map(BigDecimal::toPlainString)
                            .collect(Collectors.joining(",")))
            .map(line -> line + "\r\n")
            .collect(Collectors.joining());
  }

  /** Quoted for CSV; a leading sign that spreadsheets would run as a formula is disarmed. */
  private static String quoted(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
