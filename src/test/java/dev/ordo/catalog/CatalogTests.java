package dev.ordo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.TestDatabases;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CatalogTests {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T00:00:00Z"));
  private final MachineClock clock = now::get;

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void keepsWhatWasImportedAndTakesItTwice(String kind) {
    DataSource source = kind.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres();
    Catalog catalog = catalog(source);
    Product tea = product("TEA-1", "6900000000011");
    catalog.putProducts(List.of(tea));
    catalog.putProducts(List.of(tea, product("TEA-2", "")));
    Carton box = new Carton("B1", 200, 150, 100, 80, 5_000, new BigDecimal("1.2000"), true);
    catalog.putCartons(List.of(box));
    catalog.putFillers(
        List.of(
            new Filler("AIR", 1_000_000, new BigDecimal("2.500"), new BigDecimal("0.0300"), true)));
    catalog.putShopSkus(List.of(new ShopSku("TB1", "8811", "TEA-1", 6)));

    assertThat(catalog.products(List.of("TEA-1", "NONE"))).containsOnlyKeys("TEA-1");
    assertThat(catalog.product("TEA-1")).contains(tea);
    assertThat(catalog.scanned("6900000000011")).contains(tea);
    assertThat(catalog.scanned("TEA-2")).map(Product::sku).contains("TEA-2");
    assertThat(catalog.cartons()).containsExactly(box);
    assertThat(catalog.fillers()).extracting(Filler::code).containsExactly("AIR");
    assertThat(catalog.search("茶", "", 10)).hasSize(2);
    assertThat(catalog.search("tea-", "TEA-1", 10)).extracting(Product::sku).containsOnly("TEA-2");
    assertThat(catalog.search("%", "", 10)).isEmpty();
    assertThat(catalog.resolve("TB1", List.of("8811", "TEA-2", "9")))
        .hasSize(2)
        .hasEntrySatisfying("8811", a -> assertThat(a.sku() + a.ratio()).isEqualTo("TEA-16"))
        .hasEntrySatisfying("TEA-2", a -> assertThat(a.ratio()).isEqualTo(1));
  }

  @Test
  void resolvesABatchWithoutAQueryPerRowAndAKnownOneWithoutAny() {
    Catalog catalog =
        catalog(ProxyDataSourceBuilder.create(TestDatabases.h2()).countQuery().build());
    catalog.putProducts(IntStream.range(0, 500).mapToObj(i -> product("S" + i, "")).toList());
    List<String> skus = IntStream.range(0, 600).mapToObj(i -> "S" + i).toList();

    QueryCountHolder.clear();
    assertThat(catalog.resolve("TB1", skus)).hasSize(500);
    assertThat(QueryCountHolder.getGrandTotal().getTotal()).isLessThanOrEqualTo(3);

    QueryCountHolder.clear();
    assertThat(catalog.resolve("TB1", skus)).hasSize(500);
    assertThat(QueryCountHolder.getGrandTotal().getTotal()).isZero();
  }

  @Test
  void seesWhatAnotherNodeImportedAfterASecond() {
    DataSource source = TestDatabases.h2();
    Catalog here = catalog(source);
    Catalog there = catalog(source);
    assertThat(here.product("NEW")).isEmpty();

    there.putProducts(List.of(product("NEW", "")));
    assertThat(here.product("NEW")).isEmpty();
    now.updateAndGet(at -> at.plusSeconds(1));
    assertThat(here.product("NEW")).isPresent();
  }

  @Test
  void remembersNothingOfAnImportThatWasRolledBack() {
    DataSource source = TestDatabases.h2();
    Catalog catalog = catalog(source);
    new TransactionTemplate(new JdbcTransactionManager(source))
        .executeWithoutResult(
            tx -> {
              catalog.putProducts(List.of(product("GONE", "")));
              assertThat(catalog.product("GONE")).isPresent();
              tx.setRollbackOnly();
            });

    assertThat(catalog.product("GONE")).isEmpty();
  }

  @Test
  void refusesBarcodesThatBelongToAnotherAndArticlesNobodyKnows() {
    Catalog catalog = catalog(TestDatabases.h2());
    catalog.putProducts(List.of(product("A", "4711"), product("B", "4712")));
    catalog.putProducts(List.of(product("A", "4712"), product("B", "4711")));

    assertThat(catalog.scanned("4711")).map(Product::sku).contains("B");
    assertThatThrownBy(() -> catalog.putProducts(List.of(product("C", "4711"))))
        .isInstanceOf(Refusal.class)
        .hasMessage("barcode (4711): It belongs to B.");
    assertThatThrownBy(() -> catalog.putProducts(List.of(product("C", ""), product("C", ""))))
        .hasMessageContaining("sku (C): Send each one once.");
    assertThatThrownBy(() -> catalog.putShopSkus(List.of(new ShopSku("TB1", "1", "Z", 1))))
        .hasMessageContaining("sku (Z)");
  }

  private Catalog catalog(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    return new Catalog(
        new ProductRows(jdbc),
        new PackagingRows(jdbc),
        new ShopSkuRows(jdbc),
        new Versions(jdbc, clock, TestDatabases.ids()));
  }

  private static Product product(String sku, String barcode) {
    return new Product(
        sku,
        "绿茶",
        "Green tea",
        barcode,
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
