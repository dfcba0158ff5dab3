package dev.ordo;

import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierPrice;
import dev.ordo.carrier.Carriers;
import dev.ordo.catalog.Carton;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Filler;
import dev.ordo.catalog.GoodsClass;
import dev.ordo.catalog.Product;
import dev.ordo.catalog.Shop;
import dev.ordo.catalog.ShopSecrets;
import dev.ordo.catalog.Shops;
import dev.ordo.inventory.Receipt;
import dev.ordo.inventory.Stock;
import dev.ordo.inventory.StockKey;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import dev.ordo.site.Picker;
import dev.ordo.site.Sites;
import dev.ordo.site.Trolley;
import dev.ordo.site.Warehouse;
import dev.ordo.site.WarehouseSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Transactional;

/** The shop MINI9 and the warehouse WH9 with all it needs to ship two articles: a picker, SF. */
@TestComponent
class CupAndJar {
  static final String SHOP = "MINI9";
  static final String WAREHOUSE = "WH9";
  static final String PICKER = "P9";

  private static final AtomicInteger RECEIPT = new AtomicInteger();

  private final Shops shops;
  private final Sites sites;
  private final Catalog catalog;
  private final Carriers carriers;
  private final Stock stock;

  CupAndJar(Shops shops, Sites sites, Catalog catalog, Carriers carriers, Stock stock) {
    this.shops = shops;
    this.sites = sites;
    this.catalog = catalog;
    this.carriers = carriers;
    this.stock = stock;
  }

  @Transactional
  public void open() {
    shop();
    house();
    catalog.putProducts(List.of(product("CUP", 250, "30.00"), product("JAR", 900, "45.50")));
    catalog.putCartons(
        List.of(new Carton("K1", 300, 200, 200, 120, 20_000, new BigDecimal("0.80"), true)));
    catalog.putFillers(
        List.of(new Filler("AIR", 1_000_000, new BigDecimal("2.5"), new BigDecimal("0.03"), true)));
    carriers.putCarriers(
        List.of(
            new Carrier(
                "SF",
                "顺丰",
                "SF",
                "7551234567",
                "sf",
                LocalTime.of(23, 0),
                6000,
                30_000,
                true,
                Set.of(),
                true)));
    carriers.putPrices(
        List.of(
            price("SF", "*", false), price("SF", WAREHOUSE, true), price("ZTO", WAREHOUSE, false)));
  }

  /** Goods for so many orders of two cups and a jar arrive; a cup costs 8.40, a jar 21.15. */
  @Transactional
  public void arrive(int orders) {
    String no = "CJ" + RECEIPT.incrementAndGet();
    stock.receive(
        List.of(
            receipt(no, "1", "CUP", "C-0-1", 2 * orders, "8.40"),
            receipt(no, "2", "JAR", "C-1-4", orders, "21.15")));
  }

  private void shop() {
    shops.put(
        List.of(
            new Shop(
                SHOP,
                "SHOP",
                "Mini-program",
                SHOP,
                Duration.ofMinutes(30),
                "CNY",
                new BigDecimal("0.05"),
                new BigDecimal("0.02"),
                Set.of("express"),
                new Shop.Pull(MiniProgram.url(), Duration.ofMinutes(3), "key"),
                true)),
        Map.of(SHOP, new ShopSecrets("secret", "")));
  }

  private void house() {
    sites.putWarehouses(
        List.of(
            new Warehouse(
                WAREHOUSE,
                "Cup and jar",
                ZoneId.of("Asia/Shanghai"),
                "31",
                "3101",
                "1 Logistics Road",
                9,
                new Layout(
                    2,
                    List.of(5),
                    5,
                    1,
                    1,
                    1,
                    new Layout.Depot(0, List.of(new Layout.Link(0, 0.5)))),
                WarehouseSettings.DEFAULT)));
    List<Location> locations = new ArrayList<>();
    for (int aisle = 0; aisle < 2; aisle++) {
      int at = aisle;
      IntStream.range(0, 5)
          .mapToObj(cell -> "C-%d-%d".formatted(at, cell))
          .map(code -> new Location(WAREHOUSE, code, at, 0, code.charAt(4) - '0', "L", "C"))
          .forEach(locations::add);
    }
    sites.putLocations(locations);
    sites.putPickers(List.of(new Picker(WAREHOUSE, PICKER, "Wang", PICKER, true)));
    sites.putTrolleys(List.of(new Trolley(WAREHOUSE, "T9", 12, 400_000_000, 150_000)));
  }

  private static Receipt receipt(
      String no, String line, String sku, String location, int qty, String cost) {
    return new Receipt(no, line, StockKey.of(WAREHOUSE, sku), location, qty, new BigDecimal(cost));
  }

  private static CarrierPrice price(String carrier, String warehouse, boolean served) {
    return new CarrierPrice(
        carrier,
        warehouse,
        "*",
        served,
        1000,
        new BigDecimal("9.00"),
        1000,
        new BigDecimal("2.00"),
        2);
  }

  private static Product product(String sku, int weightG, String price) {
    return new Product(
        sku,
        "商品" + sku,
        "Article " + sku,
        "69" + sku,
        weightG,
        100,
        80,
        60,
        GoodsClass.NORMAL,
        "CNY",
        new BigDecimal(price),
        new BigDecimal("10.00"),
        false,
        "");
  }
}
