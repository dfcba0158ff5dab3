package dev.ordo.bench;

import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.fulfilment.Consignment;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Knows the articles of a consignment: how many belong into it and what a scanned code means. */
@Component
class Goods {
  private static final int LONGEST_CODE = 40;

  private final Catalog catalog;

  Goods(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Pieces by SKU, lines of several orders added up. */
  static Map<String, Integer> expected(Consignment consignment) {
    Map<String, Integer> expected = new TreeMap<>();
    consignment.lines().forEach(line -> expected.merge(line.sku(), line.qty(), Integer::sum));
    return expected;
  }

  /** The SKU a scanned code means; an unknown code is given back behind a question mark. */
  String sku(String code, Collection<String> expected) {
    return catalog.products(expected).values().stream()
        .filter(p -> p.barcode().equals(code) || p.sku().equals(code))
        .min(Comparator.comparing(Product::sku))
        .or(() -> catalog.scanned(code))
        .map(Product::sku)
        .orElse("?" + code.substring(0, Math.min(code.length(), LONGEST_CODE)));
  }

  List<Piece> pieces(Map<String, Integer> contents) {
    return catalog.products(contents.keySet()).values().stream()
        .map(product -> Piece.of(product, contents.getOrDefault(product.sku(), 0)))
        .toList();
  }

  BenchState.Line line(String sku, int expected, int present) {
    return catalog
        .product(sku)
        .map(p -> new BenchState.Line(sku, p.nameZh(), p.nameEn(), p.imageUrl(), expected, present))
        .orElseGet(() -> new BenchState.Line(sku, sku, sku, "", expected, present));
  }

  BenchState.Fault fault(Tally.Difference difference) {
    BenchState.Line line = line(difference.sku(), 0, 0);
    return new BenchState.Fault(
        difference.kind().name(), line.sku(), line.nameZh(), line.nameEn(), difference.qty());
  }
}
