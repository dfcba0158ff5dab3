package dev.ordo.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sets the demo company up through Ordo's imports, each of them safe to repeat. */
final class Company {
  private static final int BATCH = 500;
  private static final String[] PICKERS = {"陈师傅", "李师傅", "王姐", "小赵", "阿强", "刘姐", "小周", "老吴"};

  /** Two shifts that overlap at noon, so that somebody is always there. */
  private static final List<Map<String, String>> SHIFTS =
      List.of(Map.of("start", "00:00", "end", "13:00"), Map.of("start", "12:00", "end", "00:00"));

  /** The warehouses: 12 aisles of two blocks with 25 cells a side, 1,200 locations each. */
  enum House {
    HZ("杭州仓", "浙江", "33", "3301", 1),
    GZ("广州仓", "广东", "44", "4401", 2);

    static final int AISLES = 12;
    static final int BLOCKS = 2;
    static final int CELLS = 25;

    final String title;
    final String province;
    final String provinceCode;
    final String city;
    final int priority;

    House(String title, String province, String provinceCode, String city, int priority) {
      this.title = title;
      this.province = province;
      this.provinceCode = provinceCode;
      this.city = city;
      this.priority = priority;
    }

    static String location(int index) {
      int side = index % 2;
      int cell = index / 2 % CELLS;
      int block = index / 2 / CELLS % BLOCKS;
      int aisle = index / 2 / CELLS / BLOCKS % AISLES;
      return "%02d-%d-%02d-%s".formatted(aisle, block, cell, side == 0 ? "L" : "R");
    }

    static int locations() {
      return AISLES * BLOCKS * CELLS * 2;
    }
  }

  private final Wire wire;
  private final Assortment assortment;
  private final int port;

  Company(Wire wire, Assortment assortment, int port) {
    this.wire = wire;
    this.assortment = assortment;
    this.port = port;
  }

  void found() {
    wire.put("/api/warehouses", houses());
    for (House house : House.values()) {
      wire.put("/api/locations", locations(house));
      wire.put("/api/pickers", pickers(house));
      wire.put("/api/trolleys", trolleys(house));
    }
    List<Object> products = new ArrayList<>();
    assortment.all().forEach(article -> products.add(product(article)));
    for (int i = 0; i < products.size(); i += BATCH) {
      wire.put("/api/products", products.subList(i, Math.min(products.size(), i + BATCH)));
    }
    wire.put("/api/cartons", cartons());
    wire.put("/api/fillers", fillers());
    List<Object> shops = new ArrayList<>();
    for (Shopfront shop : Shopfront.values()) {
      shops.add(shop(shop, port));
    }
    wire.put("/api/shops", shops);
    wire.put("/api/carriers", Couriers.carriers());
    wire.put("/api/carrier-prices", Couriers.prices());
  }

  private static List<Object> houses() {
    List<Object> all = new ArrayList<>();
    for (House house : House.values()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", house.name());
      row.put("name", house.title);
      row.put("zone", "Asia/Shanghai");
      row.put("provinceCode", house.provinceCode);
      row.put("cityCode", house.city);
      row.put("address", house.title + "物流园区 1 号");
      row.put("priority", house.priority);
      row.put(
          "layout",
          Map.of(
              "aisles", House.AISLES,
              "cellsPerBlock", List.of(House.CELLS, House.CELLS),
              "aisleToAisle", 3.2,
              "cellToCell", 1.1,
              "frontCrossAisleToFirstCell", 1.5,
              "lastCellToBackCrossAisle", 1.5,
              "depot",
                  Map.of("crossAisle", 0, "links", List.of(Map.of("aisle", 0, "distance", 2.0)))));
      all.add(row);
    }
    return all;
  }

  private static List<Object> locations(House house) {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < House.locations(); i++) {
      String code = House.location(i);
      all.add(
          Map.of(
              "warehouse", house.name(),
              "code", code,
              "aisle", Integer.parseInt(code.substring(0, 2)),
              "block", Integer.parseInt(code.substring(3, 4)),
              "cell", Integer.parseInt(code.substring(5, 7)),
              "side", code.substring(8),
              "zone", Integer.parseInt(code.substring(0, 2)) < House.AISLES / 2 ? "A" : "B"));
    }
    return all;
  }

  private static List<Object> pickers(House house) {
    List<Object> all = new ArrayList<>();
    int half = PICKERS.length / 2;
    for (int i = 0; i < half; i++) {
      int number = house.ordinal() * half + i;
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("warehouse", house.name());
      row.put("code", "P%02d".formatted(number + 1));
      row.put("name", PICKERS[number]);
      row.put("skills", i == half - 1 ? List.of("COLD") : List.of("FORKLIFT", "COLD", "VALUABLES"));
      row.put("homeZones", List.of(i % 2 == 0 ? "A" : "B"));
      row.put("shift", SHIFTS.get(i % SHIFTS.size()));
      all.add(row);
    }
    return all;
  }

  List<String> pickerCodes(House house) {
    int half = PICKERS.length / 2;
    return IntStream.range(house.ordinal() * half, (house.ordinal() + 1) * half)
        .mapToObj(number -> "P%02d".formatted(number + 1))
        .toList();
  }

  /**
   * Goods arrive: the first delivery fills both warehouses, later ones bring a share of everything
   * and a little of what is scarce. Receipt numbers make each delivery safe to repeat.
   */
  void stockUp(int delivery) {
    for (House house : House.values()) {
      List<Object> lines = new ArrayList<>();
      for (int i = 0; i < assortment.all().size(); i++) {
        Article article = assortment.all().get(i);
        int qty = arriving(article, i, delivery, house);
        if (qty > 0) {
          lines.add(receipt(house, delivery, i, article, qty));
        }
      }
      for (int i = 0; i < lines.size(); i += BATCH) {
        wire.put("/api/receipts", lines.subList(i, Math.min(lines.size(), i + BATCH)));
      }
    }
  }

  /** Opening stock is deeper for the popular front of the assortment; presale comes once a day. */
  private static int arriving(Article article, int index, int delivery, House house) {
    boolean main = house == House.HZ;
    if (article.scarce()) {
      return delivery % 2 == 0 && main ? 12 : 0;
    }
    if (article.presale()) {
      return delivery % 4 == 0 && main ? 40 : 0;
    }
    int depth = index < 50 ? 600 : index < 400 ? 200 : 80;
    if (delivery == 1) {
      return main ? depth : depth / 2;
    }
    return (index + delivery) % 8 == 0 ? depth / 2 : 0;
  }

  private static Map<String, Object> receipt(
      House house, int delivery, int index, Article article, int qty) {
    BigDecimal drift = BigDecimal.valueOf(97 + (index * 7 + delivery * 3) % 7, 2);
    return Map.of(
        "receiptNo", "GR-%s-%04d".formatted(house.name(), delivery),
        "lineNo", String.valueOf(index + 1),
        "warehouse", house.name(),
        "sku", article.sku(),
        "location", House.location(index % House.locations()),
        "qty", qty,
        "unitCost", BigDecimal.valueOf(article.cost(), 2).multiply(drift));
  }

  private static List<Object> trolleys(House house) {
    List<Object> all = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      all.add(
          Map.of(
              "warehouse",
              house.name(),
              "code",
              "%s-T%d".formatted(house.name(), i),
              "totes",
              12,
              "volumeMm3",
              900_000_000L,
              "weightG",
              150_000));
    }
    return all;
  }

  static Map<String, Object> product(Article a) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("sku", a.sku());
    row.put("nameZh", a.name());
    row.put("nameEn", a.nameEn());
    row.put("barcode", "69" + "%011d".formatted(a.sku().hashCode() & 0x7FFF_FFFFL));
    row.put("weightG", a.weightG());
    row.put("lengthMm", a.lengthMm());
    row.put("widthMm", a.widthMm());
    row.put("heightMm", a.heightMm());
    row.put("goodsClass", a.goodsClass());
    row.put("currency", "CNY");
    row.put("listPrice", BigDecimal.valueOf(a.price(), 2));
    row.put("standardCost", BigDecimal.valueOf(a.cost(), 2));
    row.put("presale", a.presale());
    return row;
  }

  static Map<String, Object> shop(Shopfront shop, int port) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", shop.code());
    row.put("platform", shop.platform());
    row.put("name", shop.title());
    row.put("mergeWindowMinutes", 30);
    row.put("currency", "CNY");
    row.put("commissionRate", new BigDecimal("0.05"));
    row.put("promotionRate", new BigDecimal("0.02"));
    row.put("deliveryMethods", List.of("express"));
    row.put(
        "pull",
        Map.of(
            "url",
            "http://localhost:" + port + "/" + shop.path(),
            "everySeconds",
            180,
            "appKey",
            shop.appKey(),
            "secret",
            shop.secret(),
            "token",
            "demo-token"));
    row.put("active", true);
    return row;
  }

  private static List<Object> cartons() {
    int[][] sizes = {
      {175, 95, 115, 60}, {210, 110, 140, 80}, {230, 130, 160, 100}, {260, 150, 180, 130},
      {290, 170, 190, 160}, {350, 190, 230, 220}, {430, 210, 270, 300}, {530, 290, 370, 480},
      {600, 400, 400, 700}, {850, 500, 500, 1200}
    };
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", "C%02d".formatted(sizes.length - i));
      row.put("lengthMm", sizes[i][0]);
      row.put("widthMm", sizes[i][1]);
      row.put("heightMm", sizes[i][2]);
      row.put("tareG", sizes[i][3]);
      row.put("maxWeightG", 5_000 + 3_000 * i);
      row.put("cost", BigDecimal.valueOf(35 + 40L * i, 2));
      all.add(row);
    }
    return all;
  }

  private static List<Object> fillers() {
    return List.of(
        Map.of("code", "AIR", "volumeMm3", 1_500_000, "weightG", 3, "cost", new BigDecimal("0.05")),
        Map.of(
            "code", "PAPER", "volumeMm3", 800_000, "weightG", 12, "cost", new BigDecimal("0.08")));
  }
}
