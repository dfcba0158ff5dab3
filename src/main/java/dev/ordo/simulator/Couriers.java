package dev.ordo.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The five carriers the demo company has contracts with, and what they charge. */
final class Couriers {
  /** Far provinces: dearer, slower, or not served at all by the cheap carriers. */
  private static final List<String> FAR = List.of("15", "54", "62", "63", "64", "65");

  /**
   * @param first yuan for the first kilogram, near
   * @param step yuan for each further kilogram, near
   * @param far factor of the price for far provinces, 0 where not served
   */
  private record Courier(
      String code, String name, String ref, String first, String step, int far, int days) {}

  private static final List<Courier> ALL =
      List.of(
          new Courier("SF", "顺丰速运", "sf", "12.00", "4.00", 2, 1),
          new Courier("ZTO", "中通快递", "zto", "3.60", "1.20", 0, 3),
          new Courier("YTO", "圆通速递", "yto", "3.40", "1.30", 4, 3),
          new Courier("JD", "京东物流", "jd", "8.00", "2.50", 2, 2),
          new Courier("EMS", "中国邮政", "ems", "6.50", "2.00", 2, 4));

  private Couriers() {}

  static List<Object> carriers() {
    List<Object> all = new ArrayList<>();
    for (Courier courier : ALL) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", courier.code);
      row.put("name", courier.name);
      row.put("protocol", courier.code);
      row.put("account", "DEMO" + courier.code);
      row.put("credentialsRef", courier.ref);
      row.put("cutoff", "18:00");
      row.put("volumetricDivisor", 8_000);
      row.put("maxWeightG", 50_000);
      row.put("cod", courier.code.equals("SF") || courier.code.equals("JD"));
      row.put("active", true);
      all.add(row);
    }
    return all;
  }

  static List<Object> prices() {
    List<Object> all = new ArrayList<>();
    for (Courier courier : ALL) {
      all.add(price(courier, "*", 1));
      FAR.forEach(province -> all.add(price(courier, province, courier.far)));
    }
    return all;
  }

  private static Map<String, Object> price(Courier courier, String province, int factor) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("carrier", courier.code);
    row.put("province", province);
    row.put("served", factor > 0);
    if (factor > 0) {
      BigDecimal times = BigDecimal.valueOf(factor);
      row.put("firstWeightG", 1_000);
      row.put("firstPrice", new BigDecimal(courier.first).multiply(times));
      row.put("stepWeightG", 1_000);
      row.put("stepPrice", new BigDecimal(courier.step).multiply(times));
      row.put("days", courier.days + (factor > 1 ? 2 : 0));
    }
    return row;
  }
}
