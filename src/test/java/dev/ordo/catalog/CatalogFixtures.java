package dev.ordo.catalog;

import dev.ordo.TestDatabases;
import java.math.BigDecimal;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A catalogue on a test database and things to put into it. */
public final class CatalogFixtures {
  private CatalogFixtures() {}

  public static Catalog catalog(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    return new Catalog(
        new ProductRows(jdbc),
        new PackagingRows(jdbc),
        new ShopSkuRows(jdbc),
        new Versions(jdbc, Instant::now, TestDatabases.ids()));
  }

  /** A box of 120 x 80 x 40 mm and 250 g with its own barcode. */
  public static Product product(String sku) {
    return new Product(
        sku,
        "商品" + sku,
        "Article " + sku,
        "BC-" + sku,
        250,
        120,
        80,
        40,
        GoodsClass.NORMAL,
        "CNY",
        new BigDecimal("39.9000"),
        new BigDecimal("12.000000"),
        false,
        "");
  }
}
