package dev.ordo.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Those the demo company buys from, and what it sold before it had Ordo. */
final class Suppliers {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int HISTORY_DAYS = 60;
  private static final int ARTICLES_WITH_HISTORY = 300;
  private static final int BATCH = 500;
  private static final List<Map<String, Object>> ALL =
      List.of(
          supplier("YIWU", "义乌日用百货厂", 7),
          supplier("SHENZHEN", "深圳电子元件有限公司", 10),
          supplier("QINGDAO", "青岛家居制品厂", 15));

  private final Wire wire;
  private final Assortment assortment;

  Suppliers(Wire wire, Assortment assortment) {
    this.wire = wire;
    this.assortment = assortment;
  }

  private static Map<String, Object> supplier(String code, String name, int leadDays) {
    return Map.of("code", code, "name", name, "leadDays", leadDays);
  }

  void found(Instant now) {
    wire.put("/api/suppliers", ALL);
    List<Object> terms = new ArrayList<>();
    for (int i = 0; i < assortment.all().size(); i++) {
      terms.add(terms(i, assortment.all().get(i)));
    }
    for (int i = 0; i < terms.size(); i += BATCH) {
      wire.put("/api/supply-terms", terms.subList(i, Math.min(terms.size(), i + BATCH)));
    }
    wire.put("/api/demand-history", history(LocalDate.ofInstant(now, ZONE)));
  }

  private static Map<String, Object> terms(int index, Article article) {
    return Map.of(
        "sku", article.sku(),
        "supplier", ALL.get(index % ALL.size()).get("code"),
        "moq", index < 50 ? 200 : 50,
        "packSize", 10,
        "unitCost", BigDecimal.valueOf(article.cost(), 2));
  }

  /** Popular articles sold well; every tenth better than its stock will bear. */
  private List<Object> history(LocalDate today) {
    List<Object> days = new ArrayList<>();
    for (int ago = HISTORY_DAYS; ago >= 1; ago--) {
      LocalDate day = today.minusDays(ago);
      Map<String, Integer> units = new LinkedHashMap<>();
      for (int i = 0; i < ARTICLES_WITH_HISTORY && i < assortment.all().size(); i++) {
        units.put(assortment.all().get(i).sku(), sold(i, day));
      }
      days.add(Map.of("day", day.toString(), "units", units));
    }
    return days;
  }

  private static int sold(int index, LocalDate day) {
    int usual = index < 50 ? 18 : 5;
    int most = index % 10 == 3 ? usual * 4 : usual;
    int wave = (int) ((day.toEpochDay() * 7 + index * 3) % 5) - 2;
    return Math.max(0, most + wave * Math.max(1, most / 6));
  }

  /** Brings what was ordered and is expected by now. */
  void deliver(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    for (JsonNode goods : wire.get("/api/goods-on-way")) {
      if (!LocalDate.parse(goods.path("expectedOn").asString("")).isAfter(today)) {
        String location = Company.House.location(goods.path("qty").asInt(0));
        String no = goods.path("poNo").asString("");
        wire.post("/api/goods-on-way/" + no + "/receive?location=" + location, Map.of());
      }
    }
  }
}
