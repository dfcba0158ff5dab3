package dev.ordo.address;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names people write for a division: with and without suffix, nationality or "new area". */
final class DivisionNames {
  private static final List<String> PROVINCE_SUFFIXES =
      List.of("特别行政区", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市");
  private static final List<String> SUFFIXES =
      List.of("自治州", "自治县", "自治旗", "新区", "林区", "地区", "特区", "矿区", "区", "县", "市", "旗", "盟");
  private static final List<String> NATIONS =
      List.of(
          "维吾尔族", "哈萨克族", "柯尔克孜", "蒙古族", "塔吉克族", "达斡尔族", "鄂温克族", "鄂伦春", "布依族", "土家族", "仡佬族", "傈僳族",
          "景颇族", "哈尼族", "朝鲜族", "满族", "回族", "藏族", "羌族", "彝族", "苗族", "侗族", "壮族", "瑶族", "傣族", "白族",
          "水族", "畲族", "黎族", "土族", "撒拉族", "东乡族", "保安族", "裕固族", "锡伯族", "纳西族", "拉祜族", "佤族", "独龙族",
          "怒族", "布朗族", "普米族", "毛南族", "仫佬族", "各族", "蒙古", "哈萨克");

  private DivisionNames() {}

  static Set<String> of(Division division) {
    Set<String> names = new LinkedHashSet<>();
    names.add(division.name());
    if (division.isProvince()) {
      String stem = without(division.name(), PROVINCE_SUFFIXES);
      names.addAll(List.of(stem, stem + "省", stem + "市", stem + "自治区"));
    } else {
      addStems(division, names);
    }
    return names;
  }

  private static void addStems(Division division, Set<String> names) {
    String stem = without(division.name(), SUFFIXES);
    if (stem.equals(division.name()) || stem.length() < 2) {
      return;
    }
    String bare = withoutNations(stem);
    for (String s : bare.length() >= 2 ? List.of(stem, bare) : List.of(stem)) {
      names.add(s);
      List<String> endings =
          division.isCity() ? List.of("市", "州", "地区", "自治州") : List.of("区", "县", "市", "新区", "自治县");
      endings.forEach(ending -> names.add(s + ending));
    }
  }

  private static String without(String name, List<String> suffixes) {
    for (String suffix : suffixes) {
      if (name.endsWith(suffix) && name.length() > suffix.length() + 1) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name;
  }

  private static String withoutNations(String stem) {
    String rest = stem;
    for (boolean cut = true; cut; ) {
      cut = false;
      for (String nation : NATIONS) {
        if (rest.endsWith(nation) && rest.length() >= nation.length() + 2) {
          rest = rest.substring(0, rest.length() - nation.length());
          cut = true;
        }
      }
    }
    return rest;
  }
}
