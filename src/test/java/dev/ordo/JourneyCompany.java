package dev.ordo;

import dev.ordo.address.RawAddress;
import dev.ordo.address.Receiver;
import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierPrice;
import dev.ordo.carrier.Carriers;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.GoodsClass;
import dev.ordo.catalog.Product;
import dev.ordo.catalog.Shop;
import dev.ordo.catalog.Shops;
import dev.ordo.inventory.Receipt;
import dev.ordo.inventory.Stock;
import dev.ordo.inventory.StockKey;
import dev.ordo.order.NewOrder;
import dev.ordo.order.OrderStatus;
import dev.ordo.shared.BusinessClock;
import dev.ordo.site.Layout;
import dev.ordo.site.Location;
import dev.ordo.site.Sites;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Transactional;

/** A small company: two warehouses, a shop, four articles, a carrier. */
@TestComponent
class JourneyCompany {
  /** No wave forms by itself, so that a test sees what stands before it. */
  private static final WarehouseSettings WAVES_BY_HAND =
      new WarehouseSettings(
          Duration.ofDays(2),
          10_000,
          WarehouseSettings.DEFAULT.waybillAt(),
          WarehouseSettings.DEFAULT.deductAt());

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Sites sites;
  private final Catalog catalog;
  private final Shops shops;
  private final Carriers carriers;
  private final Stock stock;
  private final BusinessClock clock;
  private boolean open;

  JourneyCompany(
      Sites sites,
      Catalog catalog,
      Shops shops,
      Carriers carriers,
      Stock stock,
      BusinessClock clock) {
    this.sites = sites;
    this.catalog = catalog;
    this.shops = shops;
    this.carriers = carriers;
    this.stock = stock;
    this.clock = clock;
  }

  @Transactional
  public void open() {
    if (open) {
      return;
    }
    open = true;
    sites.putWarehouses(List.of(warehouse("WH1", "33", 1), warehouse("WH2", "44", 2)));
    List<Location> locations = new ArrayList<>();
    for (String warehouse : List.of("WH1", "WH2")) {
      for (int cell = 0; cell < 10; cell++) {
        locations.add(new Location(warehouse, "A-00-" + cell, 0, 0, cell, "L", "A"));
      }
    }
    sites.putLocations(locations);
    catalog.putProducts(
        List.of(
            product("MUG", "30.00", false),
            product("LAMP", "99.00", false),
            product("LAST", "10.00", false),
            product("PHONE", "2999.00", true)));
    putShop(Duration.ofMinutes(30));
    carriers.putCarriers(
        List.of(
            new Carrier(
                "ZTO",
                "中通",
                "zto",
                "acc",
                "",
                LocalTime.of(23, 59),
                8000,
                50_000,
                true,
                Set.of(),
                true)));
    carriers.putPrices(
        List.of(
            new CarrierPrice(
                "ZTO",
                "*",
                "*",
                true,
                1000,
                new BigDecimal("4.00"),
                1000,
                new BigDecimal("1.50"),
                3)));
  }

  /** Many articles in one warehouse, for benchmarks; the shop merges within the given window. */
  @Transactional
  public void assortment(int skus, int cells, int qty, Duration mergeWindow) {
    putShop(mergeWindow);
    List<Product> products = new ArrayList<>();
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < skus; i++) {
      String sku = "S%04d".formatted(i);
      products.add(product(sku, "30.00", false));
      receipts.add(
          new Receipt(
              "OPENING",
              sku,
              StockKey.of("WH1", sku),
              "B-%04d".formatted(i % cells),
              qty,
              new BigDecimal("12.50")));
    }
    catalog.putProducts(products);
    stock.receive(receipts);
  }

  private void putShop(Duration mergeWindow) {
    shops.put(
        List.of(
            new Shop(
                "TB1",
                "TAOBAO",
                "Teapot flagship",
                "MAIN",
                mergeWindow,
                "CNY",
                new BigDecimal("0.05"),
                new BigDecimal("0.02"),
                Set.of("express"),
                new Shop.Pull("", Duration.ofMinutes(3), ""),
                true)),
        Map.of());
  }

  @Transactional
  public void stock(String warehouse, String sku, int qty) {
    stock.receive(
        List.of(
            new Receipt(
                "R" + NUMBER.incrementAndGet(),
                "1",
                StockKey.of(warehouse, sku),
                "A-00-" + (Math.abs(sku.hashCode()) % 10),
                qty,
                new BigDecimal("12.50"))));
  }

  OrderBuilder order(String shop, String platformNo) {
    return new OrderBuilder(shop, platformNo);
  }

  /** Runs the task on so many threads that start at the same moment. */
  void race(int threads, Runnable task) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        pool.execute(
            () -> {
              await(start);
              task.run();
            });
      }
      start.countDown();
      pool.shutdown();
      pool.awaitTermination(2, TimeUnit.MINUTES);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Warehouse warehouse(String code, String province, int priority) {
    return new Warehouse(
        code,
        "Warehouse " + code,
        ZoneId.of("Asia/Shanghai"),
        province,
        province + "01",
        "仓储路1号",
        priority,
        new Layout(
            2,
            List.of(10),
            3.0,
            1.0,
            1.0,
            1.0,
            new Layout.Depot(0, List.of(new Layout.Link(0, 1.0)))),
        WAVES_BY_HAND);
  }

  private static Product product(String sku, String price, boolean presale) {
    return new Product(
        sku,
        "商品" + sku,
        "Article " + sku,
        "69" + sku,
        300,
        100,
        80,
        60,
        GoodsClass.NORMAL,
        "CNY",
        new BigDecimal(price),
        new BigDecimal("12.50"),
        presale,
        "");
  }

  /** Builds orders that arrive; every buyer has a name and a place of their own. */
  final class OrderBuilder {
    private final String shop;
    private final String platformNo;
    private final List<NewOrder.Line> lines = new ArrayList<>();
    private String buyer;
    private RawAddress address = RawAddress.inChina("浙江省", "杭州市", "西湖区", "文三路478号华星时代广场A座");
    private boolean cod;
    private boolean unpaid;
    private String remark = "";

    private OrderBuilder(String shop, String platformNo) {
      this.shop = shop;
      this.platformNo = platformNo;
      this.buyer = "buyer-" + platformNo;
    }

    OrderBuilder buyer(String id) {
      this.buyer = id;
      return this;
    }

    OrderBuilder remark(String written) {
      this.remark = written;
      return this;
    }

    OrderBuilder cod() {
      this.cod = true;
      return this;
    }

    OrderBuilder unpaid() {
      this.unpaid = true;
      return this;
    }

    OrderBuilder address(String province, String city, String district, String detail) {
      this.address = RawAddress.inChina(province, city, district, detail);
      return this;
    }

    OrderBuilder line(String sku, int qty, String price) {
      return line(sku, qty, price, false);
    }

    OrderBuilder presale(String sku, int qty, String price) {
      return line(sku, qty, price, true);
    }

    private OrderBuilder line(String sku, int qty, String price, boolean presale) {
      BigDecimal each = new BigDecimal(price);
      lines.add(
          new NewOrder.Line(
              String.valueOf(lines.size() + 1),
              sku,
              sku,
              "Article " + sku,
              qty,
              each,
              BigDecimal.ZERO,
              each.multiply(BigDecimal.valueOf(qty)),
              presale));
      return this;
    }

    NewOrder build() {
      BigDecimal goods =
          lines.stream().map(NewOrder.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      String phone = "138" + "%08d".formatted(Math.abs(buyer.hashCode()) % 100_000_000);
      return new NewOrder(
          shop,
          platformNo,
          1,
          "",
          unpaid ? OrderStatus.AWAITING_PAYMENT : OrderStatus.RECEIVED,
          "MAIN",
          buyer,
          "小明",
          "CNY",
          goods,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          goods,
          cod || unpaid ? BigDecimal.ZERO : goods,
          cod,
          "express",
          clock.now(),
          clock.now(),
          null,
          new Receiver("李小明", phone, address, ""),
          remark,
          "",
          false,
          Set.of(),
          lines);
    }
  }
}
