package dev.ordo.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The product table. */
@Repository
class ProductRows {
  private static final String COLUMNS =
      """
      SELECT sku, name_zh, name_en, barcode, weight_g, length_mm, width_mm, height_mm, goods_class,
             currency, list_price, standard_cost, presale, image_url
        FROM product
      """;
  private static final String BY_SKU = COLUMNS + " WHERE sku = ANY(?)";
  private static final String BY_BARCODE = COLUMNS + " WHERE barcode = ?";
  private static final String SEARCH =
      COLUMNS
          + """
           WHERE sku > ?
             AND (lower(sku) LIKE ? ESCAPE '!' OR lower(name_zh) LIKE ? ESCAPE '!'
                  OR lower(name_en) LIKE ? ESCAPE '!' OR barcode = ?)
           ORDER BY sku
           LIMIT ?\
          """;
  private static final String OWNERS = "SELECT barcode, sku FROM product WHERE barcode = ANY(?)";
  private static final String CLEAR = "DELETE FROM product WHERE sku = ANY(?)";
  private static final String INSERT =
      """
      INSERT INTO product (sku, name_zh, name_en, barcode, weight_g, length_mm, width_mm, height_mm,
             goods_class, currency, list_price, standard_cost, presale, image_url)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final RowMapper<Product> PRODUCT =
      (row, i) ->
          new Product(
              row.getString("sku"),
              row.getString("name_zh"),
              row.getString("name_en"),
              Optional.ofNullable(row.getString("barcode")).orElse(""),
              row.getInt("weight_g"),
              row.getInt("length_mm"),
              row.getInt("width_mm"),
              row.getInt("height_mm"),
              GoodsClass.valueOf(row.getString("goods_class")),
              row.getString("currency"),
              row.getBigDecimal("list_price"),
              row.getBigDecimal("standard_cost"),
              row.getBoolean("presale"),
              row.getString("image_url"));

  private final JdbcTemplate jdbc;

  ProductRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, Product> bySku(Collection<String> skus) {
    return jdbc.query(BY_SKU, PRODUCT, (Object) skus.toArray(String[]::new)).stream()
        .collect(Collectors.toMap(Product::sku, Function.identity()));
  }

  Optional<Product> byBarcode(String barcode) {
    return jdbc.query(BY_BARCODE, PRODUCT, barcode).stream().findFirst();
  }

  List<Product> search(String text, String after, int limit) {
    String like = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([%_!])", "!$1") + "%";
    return jdbc.query(SEARCH, PRODUCT, after, like, like, like, text.strip(), limit);
  }

  int count() {
    return Optional.ofNullable(jdbc.queryForObject("SELECT count(*) FROM product", Integer.class))
        .orElse(0);
  }

  /** SKU by barcode, for the barcodes that are in use. */
  Map<String, String> ownersOf(Collection<String> barcodes) {
    Map<String, String> owners = new HashMap<>();
    jdbc.query(
        OWNERS,
        row -> {
          owners.put(row.getString("barcode"), row.getString("sku"));
        },
        (Object) barcodes.toArray(String[]::new));
    return owners;
  }

  void replace(List<Product> batch) {
    jdbc.update(CLEAR, (Object) batch.stream().map(Product::sku).toArray(String[]::new));
    jdbc.batchUpdate(INSERT, batch.stream().map(ProductRows::columns).toList());
  }

  private static Object[] columns(Product p) {
    return new Object[] {
      p.sku(),
      p.nameZh(),
      p.nameEn(),
      p.barcode().isEmpty() ? null : p.barcode(),
      p.weightG(),
      p.lengthMm(),
      p.widthMm(),
      p.heightMm(),
      p.goodsClass().name(),
      p.currency(),
      p.listPrice(),
      p.standardCost(),
      p.presale(),
      p.imageUrl()
    };
  }
}
