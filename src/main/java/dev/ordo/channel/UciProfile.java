package dev.ordo.channel;

import dev.ordo.channel.DroppedFile.FileLine;
import dev.ordo.channel.DroppedFile.FileOrder;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Files named {@code uci*.csv}: invoice lines of the UCI Online Retail data set, a British
 * wholesaler that sells over the counter. Dates are shifted so that the last day of the file is
 * today. Cancellations ("C…") become refunds of the latest earlier invoice of the file with the
 * same customer and article and enough units left; postage becomes freight; what is no sale
 * (write-offs, bank charges, manual corrections, cancellations without their invoice) is set aside,
 * explained.
 */
@Component
@Order(10)
class UciProfile implements FileProfile {
  static final String SHOP = "UCI";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Set<String> POSTAGE = Set.of("POST", "DOT", "C2");
  private static final Set<String> NO_ARTICLE =
      Set.of("M", "m", "D", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK", "PADS");

  private final BusinessClock clock;
  private final ObjectProvider<UciRetakes> retakes;

  UciProfile(BusinessClock clock, ObjectProvider<UciRetakes> retakes) {
    this.clock = clock;
    this.retakes = retakes;
  }

  /** A line as it is in the file. */
  record Row(
      int number,
      String invoice,
      String code,
      String name,
      int qty,
      BigDecimal price,
      LocalDateTime at,
      String customer,
      String country,
      boolean repeated) {
    BigDecimal amount() {
      return price.multiply(BigDecimal.valueOf(qty));
    }

    FileLine as(String kind) {
      return new FileLine(number, kind, amount(), invoice + " " + code, repeated);
    }

    FileLine aside(String kind) {
      return new FileLine(
          number, kind, amount(), invoice + " " + code, repeated, PlatformJson.write(columns()));
    }

    private Map<String, String> columns() {
      Map<String, String> columns = new LinkedHashMap<>();
      columns.put("InvoiceNo", invoice);
      columns.put("StockCode", code);
      columns.put("Description", name);
      columns.put("Quantity", String.valueOf(qty));
      columns.put("InvoiceDate", TIME.format(at));
      columns.put("UnitPrice", price.toPlainString());
      columns.put("CustomerID", customer);
      columns.put("Country", country);
      columns.put("Line", String.valueOf(number));
      return columns;
    }

    Row after(Duration shift) {
      return new Row(
          number, invoice, code, name, qty, price, at.plus(shift), customer, country, repeated);
    }
  }

  /** An order line of an invoice and how many of its units were not cancelled yet. */
  private static final class Sold {
    private final Row row;
    private int left;

    Sold(Row row) {
      this.row = row;
      this.left = row.qty;
    }
  }

  /** An invoice on its way to becoming an order. */
  private static final class Invoice {
    private final List<Sold> sold = new ArrayList<>();
    private final List<Row> postage = new ArrayList<>();
    private final List<Row> refunds = new ArrayList<>();
    private final List<Sold> refunded = new ArrayList<>();
  }

  @Override
  public boolean reads(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.startsWith("uci") && name.endsWith(".csv");
  }

  @Override
  public DroppedFile read(String fileName, byte[] content) {
    List<Row> read = rows(Sheets.csv(fileName, content).rows());
    Duration shift = shift(read);
    List<Row> rows = read.stream().map(row -> row.after(shift)).toList();
    Map<String, Invoice> invoices = new LinkedHashMap<>();
    List<FileLine> aside = new ArrayList<>();
    for (Row row : rows) {
      String kind = kind(row);
      switch (kind) {
        case "ORDER_LINE" -> invoice(invoices, row).sold.add(new Sold(row));
        case "FREIGHT" -> invoice(invoices, row).postage.add(row);
        case "CANCELLATION" -> cancel(invoices, row, aside);
        default -> aside.add(row.aside(kind));
      }
    }
    return new DroppedFile("uci", orders(invoices, aside), aside);
  }

  private static Invoice invoice(Map<String, Invoice> invoices, Row row) {
    return invoices.computeIfAbsent(row.invoice, i -> new Invoice());
  }

  private static String kind(Row row) {
    if (row.invoice.startsWith("C")) {
      return "CANCELLATION";
    }
    if (row.qty <= 0) {
      return "WRITE_OFF";
    }
    if (row.price.signum() < 0) {
      return "BAD_DEBT";
    }
    if (NO_ARTICLE.contains(row.code)) {
      return "NO_ARTICLE";
    }
    if (row.price.signum() == 0 && row.customer.isEmpty()) {
      return "STOCK_FOUND";
    }
    return POSTAGE.contains(row.code) ? "FREIGHT" : "ORDER_LINE";
  }

  private static void cancel(Map<String, Invoice> invoices, Row row, List<FileLine> aside) {
    Invoice found = null;
    Sold match = null;
    for (Invoice invoice : invoices.values()) {
      for (Sold sold : invoice.sold) {
        if (!row.customer.isEmpty() && matches(sold, row)) {
          found = invoice;
          match = sold;
        }
      }
    }
    if (found == null || match == null) {
      aside.add(row.aside("ORPHAN_CANCELLATION"));
    } else {
      match.left += row.qty;
      found.refunds.add(row);
      found.refunded.add(match);
    }
  }

  private static boolean matches(Sold sold, Row row) {
    return sold.row.customer.equals(row.customer)
        && sold.row.code.equals(row.code)
        && sold.left >= -row.qty
        && sold.row.price.compareTo(row.price) >= 0
        && !sold.row.at.isAfter(row.at);
  }

  @Override
  public String name() {
    return "uci";
  }

  @Override
  public void retake(JsonNode line, String order) {
    Map<String, String> columns = new LinkedHashMap<>();
    line.properties().forEach(e -> columns.put(e.getKey(), e.getValue().asString("")));
    Row row = row(columns, number(columns), false);
    String kind = kind(row);
    switch (kind) {
      case "CANCELLATION" -> retakes.getObject().cancel(row, order);
      case "ORDER_LINE" -> retakes.getObject().sell(row.invoice, sale(row));
      default ->
          throw new Refusal(
              kind, row.invoice, explanation(kind) + " Dismiss it when that is done.");
    }
  }

  private static int number(Map<String, String> columns) {
    String number = columns.getOrDefault("Line", "1");
    return number.chars().allMatch(Character::isDigit) && number.length() < 9
        ? Integer.parseInt("0" + number)
        : 1;
  }

  private static String sale(Row row) {
    Invoice invoice = new Invoice();
    invoice.sold.add(new Sold(row));
    return order(row.invoice, invoice).json();
  }

  private List<FileOrder> orders(Map<String, Invoice> invoices, List<FileLine> aside) {
    List<FileOrder> orders = new ArrayList<>();
    invoices.forEach(
        (number, invoice) -> {
          if (invoice.sold.isEmpty()) {
            invoice.postage.forEach(row -> aside.add(row.aside("POSTAGE_WITHOUT_GOODS")));
          } else {
            orders.add(order(number, invoice));
          }
        });
    return orders;
  }

  private static FileOrder order(String number, Invoice invoice) {
    Row head = invoice.sold.getFirst().row;
    String at = time(head.at);
    LocalDateTime last = invoice.refunds.isEmpty() ? head.at : invoice.refunds.getLast().at;
    Draft draft =
        Draft.of(SHOP)
            .put("platformNo", number)
            .put("createdAt", at)
            .put("paidAt", at)
            .put("modifiedAt", time(last))
            .put("currency", "GBP")
            .put("deliveryMethod", "counter")
            .inside("buyer", b -> b.put("id", head.customer))
            .inside("receiver", r -> r.put("country", head.country));
    List<FileLine> lines = new ArrayList<>();
    BigDecimal goods = BigDecimal.ZERO;
    for (Sold sold : invoice.sold) {
      goods = goods.add(sold.row.amount());
      draft.add("lines", l -> line(l, sold.row));
      lines.add(sold.row.as("ORDER_LINE"));
    }
    refunds(draft, invoice, lines);
    return new FileOrder(total(draft, invoice, goods, lines), number, lines);
  }

  private static void line(Draft line, Row row) {
    line.put("lineNo", String.valueOf(row.number))
        .put("sku", row.code)
        .put("name", row.name)
        .count("qty", tools.jackson.databind.node.IntNode.valueOf(row.qty))
        .amount("price", row.price)
        .amount("amount", row.amount());
  }

  private static void refunds(Draft draft, Invoice invoice, List<FileLine> lines) {
    for (int i = 0; i < invoice.refunds.size(); i++) {
      Row row = invoice.refunds.get(i);
      Row sold = invoice.refunded.get(i).row;
      draft.add(
          "refunds",
          r ->
              r.put("refundNo", row.invoice + "-" + row.number)
                  .put("lineNo", String.valueOf(sold.number))
                  .count("qty", tools.jackson.databind.node.IntNode.valueOf(-row.qty))
                  .amount("amount", row.amount().negate())
                  .put("status", "REFUNDED"));
      lines.add(row.as("REFUND"));
    }
  }

  private static String total(
      Draft draft, Invoice invoice, BigDecimal goods, List<FileLine> lines) {
    BigDecimal freight = BigDecimal.ZERO;
    for (Row row : invoice.postage) {
      freight = freight.add(row.amount());
      lines.add(row.as("FREIGHT"));
    }
    draft
        .amount("goodsAmount", goods)
        .amount("freight", freight)
        .amount("total", goods.add(freight))
        .amount("paid", goods.add(freight));
    return PlatformJson.write(draft.json());
  }

  private static List<Row> rows(List<Map<String, String>> sheet) {
    Set<Map<String, String>> seen = new HashSet<>();
    List<Row> rows = new ArrayList<>();
    for (Map<String, String> row : sheet) {
      rows.add(row(row, rows.size() + 1, !seen.add(row)));
    }
    return rows;
  }

  private static Row row(Map<String, String> row, int number, boolean repeated) {
    if (row.keySet().stream().anyMatch(name -> name.startsWith("column "))) {
      throw new Refusal("row", number, "Give as many cells as there are headings.");
    }
    try {
      return new Row(
          number,
          row.getOrDefault("InvoiceNo", ""),
          row.getOrDefault("StockCode", ""),
          row.getOrDefault("Description", "").strip(),
          Integer.parseInt(row.getOrDefault("Quantity", "")),
          price(row.getOrDefault("UnitPrice", "")),
          LocalDateTime.parse(row.getOrDefault("InvoiceDate", ""), TIME),
          row.getOrDefault("CustomerID", ""),
          row.getOrDefault("Country", ""),
          repeated);
    } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
      throw new Refusal("row", number, "Give the columns of UCI Online Retail: " + e.getMessage());
    }
  }

  /** Prices are written as floating point: 2.1 and 2.10 are the same. */
  private static BigDecimal price(String text) {
    BigDecimal price = Decimals.parse(text).orElseThrow(NumberFormatException::new);
    return price.scale() < 2
        ? price.setScale(2)
        : price.stripTrailingZeros().setScale(Math.max(2, price.stripTrailingZeros().scale()));
  }

  private Duration shift(List<Row> rows) {
    LocalDateTime last =
        rows.stream().map(Row::at).max(LocalDateTime::compareTo).orElse(LocalDateTime.MIN);
    long days = ChronoUnit.DAYS.between(last.toLocalDate(), clock.today(ZONE));
    return Duration.ofDays(Math.max(0, days - 1));
  }

  private static String time(LocalDateTime at) {
    return at.atZone(ZONE).toOffsetDateTime().toString();
  }

  /** Why a kind of line is no order, for the person who reads the incident. */
  static @Nullable String explanation(String kind) {
    return switch (kind) {
      case "WRITE_OFF" -> "Units taken off stock without a sale: book a stock correction.";
      case "STOCK_FOUND" -> "Units without price or customer: book a stock correction.";
      case "BAD_DEBT" -> "A correction of debts: an accountant books it.";
      case "NO_ARTICLE" -> "A charge or manual correction, no goods: an accountant books it.";
      case "POSTAGE_WITHOUT_GOODS" ->
          "Postage on an invoice without goods: an accountant books it.";
      case "ORPHAN_CANCELLATION" ->
          "Cancels an invoice this file does not hold: find the order and refund it there.";
      default -> null;
    };
  }
}
