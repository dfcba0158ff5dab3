package dev.ordo.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The table of shops' own article codes. */
@Repository
class ShopSkuRows {
  private static final String OF_SHOP =
      """
      SELECT shop, platform_sku, sku, ratio FROM shop_sku WHERE shop = ? AND platform_sku = ANY(?)\
      """;
  private static final String OF_SKUS =
      """
      SELECT shop, platform_sku, sku, ratio FROM shop_sku
       WHERE sku = ANY(?)
       ORDER BY shop, platform_sku\
      """;
  private static final String CLEAR = "DELETE FROM shop_sku WHERE shop = ? AND platform_sku = ?";
  private static final String INSERT =
      "INSERT INTO shop_sku (shop, platform_sku, sku, ratio) VALUES (?, ?, ?, ?)";

  private static final RowMapper<ShopSku> SHOP_SKU =
      (row, i) ->
          new ShopSku(
              row.getString("shop"),
              row.getString("platform_sku"),
              row.getString("sku"),
              row.getInt("ratio"));

  /** A code and the shop that uses it. */
  record Key(String shop, String platformSku) {}

  private final JdbcTemplate jdbc;

  ShopSkuRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<Key, ShopSku> byKey(List<Key> keys) {
    Map<Key, ShopSku> found = new HashMap<>();
    Map<String, List<Key>> byShop = keys.stream().collect(Collectors.groupingBy(Key::shop));
    byShop.forEach(
        (shop, ofShop) -> {
          Object codes = ofShop.stream().map(Key::platformSku).toArray(String[]::new);
          for (ShopSku own : jdbc.query(OF_SHOP, SHOP_SKU, shop, codes)) {
            found.put(new Key(shop, own.platformSku()), own);
          }
        });
    return found;
  }

  List<ShopSku> bySku(Collection<String> skus) {
    return jdbc.query(OF_SKUS, SHOP_SKU, (Object) skus.toArray(String[]::new));
  }

  void replace(List<ShopSku> batch) {
    jdbc.batchUpdate(
        CLEAR, batch.stream().map(s -> new Object[] {s.shop(), s.platformSku()}).toList());
    jdbc.batchUpdate(
        INSERT,
        batch.stream()
            .map(s -> new Object[] {s.shop(), s.platformSku(), s.sku(), s.ratio()})
            .toList());
  }
}
