package dev.ordo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays the 5,000 Olist orders against a running server: imports their articles, sends the orders
 * as files through the real intake and prints how their lines balance. The orders may not be
 * shipped with the product (CC BY-NC-SA), so they are read from where they lie. Server and key come
 * from {@code ORDO_URL} and {@code ORDO_API_KEY}.
 *
 * <p>Every order counts as paid; one that Olist cancelled is refunded in full. Dates are shifted by
 * whole days so that the last order is of today.
 */
public final class OlistReplay {
  /** Where the data lies beside a checkout of the project. */
  static final Path FOLDER = Path.of("..", "shared", "data", "orders-olist");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
  private static final int ORDERS_PER_FILE = 1_000;
  private static final int PRODUCTS_PER_CALL = 500;
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final String server;
  private final String key;
  private final Path folder;

  OlistReplay(String server, String key, Path folder) {
    this.server = server;
    this.key = key;
    this.folder = folder;
  }

  /** Lines and amounts by fate: ORDER_LINE, FREIGHT, REFUND, or why they were set aside. */
  record Fate(boolean incident, int lines, BigDecimal amount) {
    Fate and(Fate other) {
      return new Fate(incident, lines + other.lines, amount.add(other.amount));
    }
  }

  /**
   * How the replay balances.
   *
   * @param source what goods and freight of the source tables are worth
   * @param sourceRows order items and orders without items in the source
   * @param sent orders sent
   * @param taken orders the server has of them
   * @param ordered what those orders are worth together, as the server says
   */
  record Report(
      BigDecimal source,
      int sourceRows,
      int sent,
      int taken,
      BigDecimal ordered,
      Map<String, Fate> fates) {
    BigDecimal worth() {
      return fates.entrySet().stream()
          .filter(e -> !e.getKey().equals("REFUND"))
          .map(e -> e.getValue().amount)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal aside() {
      return fates.values().stream()
          .filter(Fate::incident)
          .map(Fate::amount)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    int rows() {
      return fates.entrySet().stream()
          .filter(e -> e.getKey().equals("ORDER_LINE") || e.getValue().incident)
          .mapToInt(e -> e.getValue().lines)
          .sum();
    }

    /** Nothing is lost and nothing is counted twice, to the cent. */
    boolean balances() {
      return worth().compareTo(source) == 0 && ordered.add(aside()).compareTo(source) == 0;
    }
  }

  public static void main(String[] args) {
    Path folder = args.length > 0 ? Path.of(args[0]) : FOLDER;
    if (!isPresent(folder)) {
      System.out.println(absent(folder));
      System.exit(2);
    }
    String server = System.getenv().getOrDefault("ORDO_URL", "http://localhost:8080");
    String key = System.getenv().getOrDefault("ORDO_API_KEY", "ordo-demo-key");
    Report report = new OlistReplay(server, key, folder).run();
    print(report, System.out);
    System.exit(report.balances() ? 0 : 1);
  }

  static boolean isPresent(Path folder) {
    return Files.exists(folder.resolve("olist_orders_dataset.csv.gz"));
  }

  static String absent(Path folder) {
    return "No Olist orders in %s: give the folder that holds olist_orders_dataset.csv.gz."
        .formatted(folder);
  }

  static void print(Report report, PrintStream out) {
    out.printf("%-34s %8s %14s%n", "fate", "lines", "BRL");
    report.fates.forEach(
        (kind, fate) ->
            out.printf(
                "%-34s %8d %14s%n",
                fate.incident ? kind + " (incident)" : kind, fate.lines, fate.amount));
    out.printf("%nsource: %d rows worth %s%n", report.sourceRows, report.source);
    out.printf("taken: %d of %d orders worth %s%n", report.taken, report.sent, report.ordered);
    out.printf("set aside as incidents: %s%n", report.aside());
    out.println(report.balances() ? "balances to the cent" : "DOES NOT BALANCE");
  }

  Report run() {
    Map<String, List<CSVRecord>> items = byOrder("olist_order_items_dataset.csv.gz");
    send("PUT", "/api/shops", shop());
    List<Object> products = products(items.values().stream().flatMap(List::stream).toList());
    for (int i = 0; i < products.size(); i += PRODUCTS_PER_CALL) {
      send(
          "PUT",
          "/api/products",
          products.subList(i, Math.min(products.size(), i + PRODUCTS_PER_CALL)));
    }
    List<Object> orders = orders(items);
    Map<String, Fate> fates = new TreeMap<>();
    for (int i = 0; i < orders.size(); i += ORDERS_PER_FILE) {
      List<Object> part = orders.subList(i, Math.min(orders.size(), i + ORDERS_PER_FILE));
      String name = "olist-%d.json".formatted(1 + i / ORDERS_PER_FILE);
      count(send("POST", "/api/files?name=" + name, part), fates);
    }
    List<CSVRecord> rows = items.values().stream().flatMap(List::stream).toList();
    BigDecimal source =
        rows.stream()
            .map(r -> amount(r, "price").add(amount(r, "freight_value")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    int empty = orders.size() - items.size();
    List<BigDecimal> taken = taken();
    BigDecimal ordered = taken.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Report(source, rows.size() + empty, orders.size(), taken.size(), ordered, fates);
  }

  private static void count(JsonNode report, Map<String, Fate> fates) {
    for (JsonNode row : report.path("rows").values()) {
      Fate fate =
          new Fate(
              row.path("incident").asBoolean(false),
              row.path("lines").asInt(0),
              new BigDecimal(row.path("amount").asString("0")));
      fates.merge(row.path("kind").asString(""), fate, Fate::and);
    }
  }

  /** The totals of all orders the server has of the shop. */
  private List<BigDecimal> taken() {
    List<BigDecimal> totals = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = send("GET", "/api/orders?shop=OLIST&limit=200&before=" + next, null);
      page.path("orders")
          .values()
          .forEach(o -> totals.add(new BigDecimal(o.path("total").asString("0"))));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    return totals;
  }

  private static List<Object> shop() {
    return List.of(
        Map.of(
            "code", "OLIST",
            "platform", "COUNTER",
            "name", "Olist",
            "currency", "BRL",
            "deliveryMethods", List.of("counter")));
  }

  /** The lowest price an article was sold for is its list price, so the price guard stays quiet. */
  private List<Object> products(List<CSVRecord> items) {
    Map<String, BigDecimal> prices =
        items.stream()
            .collect(
                Collectors.toMap(
                    r -> r.get("product_id"), r -> amount(r, "price"), BigDecimal::min));
    List<Object> products = new ArrayList<>();
    for (CSVRecord row : table("olist_products_dataset.csv.gz")) {
      BigDecimal price = prices.get(row.get("product_id"));
      if (price != null) {
        products.add(product(row, price));
      }
    }
    return products;
  }

  private static Map<String, Object> product(CSVRecord row, BigDecimal price) {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("sku", row.get("product_id"));
    String category = row.get("product_category_name").replace('_', ' ');
    product.put("nameEn", category.isBlank() ? "article" : category);
    product.put("weightG", atLeastOne(row.get("product_weight_g"), 1));
    product.put("lengthMm", atLeastOne(row.get("product_length_cm"), 10));
    product.put("widthMm", atLeastOne(row.get("product_width_cm"), 10));
    product.put("heightMm", atLeastOne(row.get("product_height_cm"), 10));
    product.put("currency", "BRL");
    product.put("listPrice", price);
    product.put("standardCost", price.divide(BigDecimal.TWO, 2, java.math.RoundingMode.HALF_UP));
    return product;
  }

  private static int atLeastOne(String number, int times) {
    return number.isBlank() ? 1 : Math.max(1, times * new BigDecimal(number).intValue());
  }

  private List<Object> orders(Map<String, List<CSVRecord>> items) {
    Map<String, BigDecimal> paid = new HashMap<>();
    byOrder("olist_order_payments_dataset.csv.gz")
        .forEach(
            (order, rows) ->
                paid.put(
                    order,
                    rows.stream()
                        .map(r -> amount(r, "payment_value"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
    List<CSVRecord> heads = table("olist_orders_dataset.csv.gz");
    long days = ChronoUnit.DAYS.between(lastDay(heads), today());
    return heads.stream()
        .map(
            head -> {
              String id = head.get("order_id");
              return order(
                  head,
                  items.getOrDefault(id, List.of()),
                  paid.getOrDefault(id, BigDecimal.ZERO),
                  days);
            })
        .toList();
  }

  private static LocalDate lastDay(List<CSVRecord> heads) {
    return heads.stream()
        .map(h -> LocalDateTime.parse(h.get("order_purchase_timestamp"), TIME).toLocalDate())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private LocalDate today() {
    Instant now = Instant.parse(send("GET", "/api/clock", null).path("business").asString(""));
    return LocalDate.ofInstant(now, ZONE).minusDays(1);
  }

  private static Object order(
      CSVRecord head, List<CSVRecord> items, BigDecimal paid, long shiftDays) {
    String at =
        LocalDateTime.parse(head.get("order_purchase_timestamp"), TIME)
            .plusDays(shiftDays)
            .atZone(ZONE)
            .toOffsetDateTime()
            .toString();
    BigDecimal goods = sum(items, "price");
    BigDecimal freight = sum(items, "freight_value");
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("shop", "OLIST");
    order.put("platformNo", head.get("order_id"));
    order.put("status", "PAID");
    order.put("createdAt", at);
    order.put("paidAt", at);
    order.put("modifiedAt", at);
    order.put("currency", "BRL");
    order.put("deliveryMethod", "counter");
    order.put("buyer", Map.of("id", head.get("customer_id")));
    order.put("receiver", Map.of("country", "BR"));
    order.put("goodsAmount", goods.toPlainString());
    order.put("freight", freight.toPlainString());
    order.put("total", goods.add(freight).toPlainString());
    order.put("paid", paid.toPlainString());
    order.put("lines", items.stream().map(OlistReplay::line).toList());
    if (head.get("order_status").equals("canceled") && !items.isEmpty()) {
      order.put("refunds", List.of(refund(head, goods.add(freight))));
    }
    return order;
  }

  private static Map<String, Object> line(CSVRecord item) {
    String price = amount(item, "price").toPlainString();
    return Map.of(
        "lineNo",
        item.get("order_item_id"),
        "sku",
        item.get("product_id"),
        "qty",
        1,
        "price",
        price,
        "amount",
        price);
  }

  private static Map<String, Object> refund(CSVRecord head, BigDecimal total) {
    return Map.of(
        "refundNo",
        "R-" + head.get("order_id"),
        "amount",
        total.toPlainString(),
        "status",
        "REFUNDED");
  }

  private static BigDecimal sum(List<CSVRecord> rows, String column) {
    return rows.stream().map(r -> amount(r, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(CSVRecord row, String column) {
    return new BigDecimal(row.get(column)).setScale(2);
  }

  private Map<String, List<CSVRecord>> byOrder(String file) {
    return table(file).stream()
        .collect(
            Collectors.groupingBy(r -> r.get("order_id"), LinkedHashMap::new, Collectors.toList()));
  }

  private List<CSVRecord> table(String file) {
    try (var raw = new GZIPInputStream(Files.newInputStream(folder.resolve(file)));
        var reader = new BufferedReader(new InputStreamReader(raw, StandardCharsets.UTF_8))) {
      return CSV.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode send(
      String method, String path, @org.jspecify.annotations.Nullable Object body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("X-Api-Key", key)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + answer.body());
      }
      return JSON.readTree(answer.body().isBlank() ? "null" : answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("No server answers at " + server + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
