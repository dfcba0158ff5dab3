package dev.ordo.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;

/**
 * What people buy together and how many of it: slices of real invoices of the UCI week, its stock
 * codes laid over the demo company's articles.
 */
final class Baskets {
  private static final int MOST_LINES = 5;
  private static final int MOST_PIECES = 6;

  private record Item(int article, int qty) {}

  private final Assortment assortment;
  private final List<List<Item>> invoices;

  Baskets(Assortment assortment) {
    this.assortment = assortment;
    Map<String, Integer> codes = new LinkedHashMap<>();
    Map<String, List<Item>> invoices = new LinkedHashMap<>();
    for (CSVRecord row : Resource.table("/demo/uci/uci_online_retail_2011-03-01_07.csv.gz")) {
      int qty = Integer.parseInt(row.get("Quantity"));
      if (qty > 0) {
        int article = codes.computeIfAbsent(row.get("StockCode"), c -> codes.size());
        invoices
            .computeIfAbsent(row.get("InvoiceNo"), n -> new ArrayList<>())
            .add(new Item(article % assortment.all().size(), qty));
      }
    }
    this.invoices = List.copyOf(invoices.values());
  }

  /** One to five lines, mostly few; a quarter of them simply the best sellers. */
  List<SimOrder.Line> any(Random random, String no, int most) {
    List<Item> invoice = invoices.get(random.nextInt(invoices.size()));
    int lines = Math.min(most, 1 + (int) (MOST_LINES * Math.pow(random.nextDouble(), 3)));
    int start = random.nextInt(invoice.size());
    Map<String, SimOrder.Line> basket = new LinkedHashMap<>();
    for (int i = 0; i < lines; i++) {
      Item item = invoice.get((start + i) % invoice.size());
      boolean bestSeller = random.nextInt(4) == 0;
      Article article =
          bestSeller ? assortment.popular(random) : assortment.all().get(item.article);
      if (!article.presale() && !article.scarce()) {
        int qty = Math.max(1, Math.min(MOST_PIECES, item.qty / 4));
        basket.putIfAbsent(article.sku(), line(no, basket.size() + 1, article, qty));
      }
    }
    return basket.isEmpty()
        ? List.of(line(no, 1, assortment.popular(random), 1))
        : List.copyOf(basket.values());
  }

  static SimOrder.Line line(String no, int index, Article article, int qty) {
    return new SimOrder.Line(
        no + "%02d".formatted(index),
        article.sku(),
        article.name(),
        qty,
        article.price(),
        article.presale());
  }
}
