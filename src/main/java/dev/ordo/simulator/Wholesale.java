package dev.ordo.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * The British gift wholesaler whose real week of invoices anyone may drop into the inbox: its shop,
 * which sells over the counter in pounds, and its articles.
 */
final class Wholesale {
  private static final String WEEK = "/demo/uci/uci_online_retail_2011-03-01_07.csv.gz";
  private static final BigDecimal LEAST = new BigDecimal("0.01");
  private static final int BATCH = 500;

  private final Wire wire;

  Wholesale(Wire wire) {
    this.wire = wire;
  }

  /** An article as the week shows it: its first description and its lowest price. */
  private record Gift(String name, BigDecimal price) {
    Gift and(Gift other) {
      return new Gift(name.isBlank() ? other.name : name, price.min(other.price));
    }
  }

  void found() {
    wire.put(
        "/api/shops",
        List.of(
            Map.of(
                "code", "UCI",
                "platform", "COUNTER",
                "name", "Gift wholesaler",
                "currency", "GBP",
                "deliveryMethods", List.of("counter"))));
    List<Object> products = new ArrayList<>();
    gifts().forEach((code, gift) -> products.add(product(code, gift)));
    for (int i = 0; i < products.size(); i += BATCH) {
      wire.put("/api/products", products.subList(i, Math.min(products.size(), i + BATCH)));
    }
  }

  private static Map<String, Gift> gifts() {
    Map<String, Gift> gifts = new TreeMap<>();
    for (CSVRecord row : Resource.table(WEEK)) {
      String code = row.get("StockCode");
      if (isArticle(code)) {
        BigDecimal price = new BigDecimal(row.get("UnitPrice"));
        BigDecimal least = price.max(LEAST).setScale(2, RoundingMode.HALF_UP);
        gifts.merge(code, new Gift(row.get("Description").strip(), least), Gift::and);
      }
    }
    return gifts;
  }

  /** Postage, charges and corrections have short codes or codes of several words. */
  private static boolean isArticle(String code) {
    return code.length() > 4 && !code.contains(" ");
  }

  private static Map<String, Object> product(String code, Gift gift) {
    return Map.of(
        "sku",
        code,
        "nameEn",
        gift.name.isBlank() ? "Gift " + code : gift.name,
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
        gift.price,
        "standardCost",
        gift.price.divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP));
  }
}
