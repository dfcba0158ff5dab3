package dev.ordo.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;

/** Receivers that could be real: true divisions, common names, made-up streets and numbers. */
final class Population {
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文玉宁欣怡子轩梓涵浩宇";
  private static final String[] ROADS = {
    "人民路", "解放路", "中山路", "建设路", "和平路", "文化路", "新华街", "长江路", "黄河路", "青年大街", "学府路", "滨河路", "迎宾大道",
    "胜利街", "工业路", "府前街"
  };
  private static final String[] HOMES = {"阳光花园", "幸福小区", "金色家园", "翠湖苑", "东方名城", "绿地新都", "书香门第"};
  private static final String[] PREFIXES = {
    "138", "139", "150", "151", "159", "176", "186", "188", "199"
  };

  /** Rough shares of parcels by province; the rest share what is left. */
  private static final Map<String, Integer> WEIGHTS =
      Map.ofEntries(
          Map.entry("44", 14),
          Map.entry("33", 11),
          Map.entry("32", 10),
          Map.entry("37", 8),
          Map.entry("31", 7),
          Map.entry("11", 6),
          Map.entry("41", 6),
          Map.entry("42", 5),
          Map.entry("51", 5),
          Map.entry("43", 4),
          Map.entry("13", 4),
          Map.entry("34", 4),
          Map.entry("35", 4),
          Map.entry("61", 3),
          Map.entry("50", 3),
          Map.entry("21", 3));

  private record District(String province, String city, String name) {}

  private final Map<String, List<District>> byProvince = new HashMap<>();
  private final List<String> wheel = new ArrayList<>();

  Population() {
    Map<String, String> provinces = names("/divisions/provinces.csv");
    Map<String, String> cities = names("/divisions/cities.csv");
    for (CSVRecord row : Resource.table("/divisions/areas.csv")) {
      String province = row.get("provinceCode");
      String city = cities.getOrDefault(row.get("cityCode"), "");
      if (city.contains("直辖")) {
        continue;
      }
      District district = new District(provinces.getOrDefault(province, ""), city, row.get("name"));
      byProvince.computeIfAbsent(province, p -> new ArrayList<>()).add(district);
    }
    byProvince.keySet().stream()
        .sorted()
        .forEach(
            p -> {
              for (int i = 0; i < WEIGHTS.getOrDefault(p, 1); i++) {
                wheel.add(p);
              }
            });
  }

  private static Map<String, String> names(String table) {
    Map<String, String> names = new HashMap<>();
    Resource.table(table).forEach(row -> names.put(row.get("code"), row.get("name")));
    return names;
  }

  Person anyone(Random random) {
    List<District> districts = byProvince.getOrDefault(any(wheel, random), List.of());
    District home = any(districts, random);
    String city = home.city.equals("市辖区") || home.city.equals("县") ? home.province : home.city;
    return new Person(
        "B" + Long.toString(Math.abs(random.nextLong()), 36),
        name(random),
        PREFIXES[random.nextInt(PREFIXES.length)] + "%08d".formatted(random.nextInt(100_000_000)),
        home.province,
        city,
        home.name,
        detail(random));
  }

  private static String name(Random random) {
    String name = letter(SURNAMES, random) + letter(GIVEN, random);
    return random.nextBoolean() ? name + letter(GIVEN, random) : name;
  }

  private static String detail(Random random) {
    String road = ROADS[random.nextInt(ROADS.length)] + (1 + random.nextInt(300)) + "号";
    return road
        + HOMES[random.nextInt(HOMES.length)]
        + (1 + random.nextInt(20))
        + "栋"
        + (1 + random.nextInt(30))
        + "0"
        + (1 + random.nextInt(4))
        + "室";
  }

  private static String letter(String letters, Random random) {
    int at = random.nextInt(letters.length());
    return letters.substring(at, at + 1);
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
