package dev.ordo.address;

import static dev.ordo.address.LevelStatus.CONTRADICTORY;
import static dev.ordo.address.LevelStatus.MISSING;
import static dev.ordo.address.LevelStatus.OK;
import static dev.ordo.address.LevelStatus.OUTDATED;
import static dev.ordo.address.LevelStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class AddressesTests {
  private static final String NAMELESS = "13311111111 广东省 东莞市 中堂镇潢涌大坦村二街四巷1号";
  private static final String KEY = "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final Addresses ADDRESSES =
      new Addresses(
          new PersonalData(new PersonalDataSettings(List.of(KEY), Path.of("never-written"))));

  @TestFactory
  Stream<DynamicTest> parsesTheCasesOfOtherParsers() throws Exception {
    return cases().stream()
        .map(c -> DynamicTest.dynamicTest((String) c.get("text"), () -> parses(c)));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> cases() throws Exception {
    try (InputStream in = resource("parse_test_cases.json")) {
      return new JsonMapper().readValue(in, List.class);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(AddressesTests.class.getResourceAsStream("/address/" + name));
  }

  private static void parses(Map<String, Object> expected) {
    String text = (String) expected.get("text");
    Addresses.Pasted pasted = ADDRESSES.parse(text);
    Address address = pasted.address();
    if (expected.containsKey("province")) {
      assertThat(address.province()).isEqualTo(orEmpty(expected, "province"));
    }
    if (expected.get("district") != null && !expected.get("district").equals("市辖区")) {
      assertThat(address.district()).isEqualTo(expected.get("district"));
    }
    if (expected.get("adcode") instanceof String code) {
      assertThat(address.deepestCode()).startsWith(divisionOf(code));
    }
    if (expected.containsKey("name") && !orEmpty(expected, "name").contains(" ")) {
      assertThat(pasted.name()).contains(orEmpty(expected, "name"));
    }
    for (String key : List.of("detail", "details")) {
      if (expected.get(key) instanceof String detail && !detail.isEmpty()) {
        assertThat(address.detail()).contains(detail);
      }
    }
  }

  /** Codes of towns and development zones are checked to the city they lie in. */
  private static String divisionOf(String code) {
    return switch (code) {
      case "441916" -> "441900";
      case "510191" -> "5101";
      default -> code.endsWith("0000") ? code.substring(0, 2) : code.replaceAll("0[01]$", "");
    };
  }

  private static String orEmpty(Map<String, Object> map, String key) {
    return map.get(key) instanceof String text ? text : "";
  }

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> findsProvinceAndPhoneInMessyPastes() throws Exception {
    try (InputStream in = resource("messy_pasted_addresses_46.json")) {
      List<String> texts = new JsonMapper().readValue(in, List.class);
      return texts.stream().map(t -> DynamicTest.dynamicTest(t, () -> findsMost(t)));
    }
  }

  private static void findsMost(String text) {
    Addresses.Pasted pasted = ADDRESSES.parse(text);
    assertThat(pasted.address().provinceCode()).isNotEmpty();
    assertThat(pasted.address().cityCode()).isNotEmpty();
    assertThat(pasted.phone()).isNotEmpty();
    assertThat(pasted.name().isEmpty()).isEqualTo(NAMELESS.equals(text));
  }

  private static Address read(String province, String city, String district, String detail) {
    return ADDRESSES.read(RawAddress.inChina(province, city, district, detail));
  }

  private static void reads(
      Address address, String code, LevelStatus province, LevelStatus city, LevelStatus district) {
    assertThat(address.deepestCode()).isEqualTo(code);
    assertThat(List.of(address.provinceStatus(), address.cityStatus(), address.districtStatus()))
        .containsExactly(province, city, district);
  }

  @Test
  void readsFieldsWithAndWithoutSuffix() {
    reads(read("广东省", "深圳市", "南山区", "科技园1号"), "440305", OK, OK, OK);
    reads(read("广东", "深圳", "南山", "科技园1号"), "440305", OK, OK, OK);
    reads(read("内蒙古", "呼和浩特", "和林格尔", "盛乐园区"), "150123", OK, OK, OK);
    reads(read("新疆", "伊犁州", "伊宁市", "上海城"), "654002", OK, OK, OK);
    reads(read("江苏省", "南京市", "雨花区", "小行路58号"), "320114", OK, OK, OK);
    reads(read("广东省", "深圳市", "龙华新区", "民治街道"), "440309", OK, OK, OK);
  }

  @Test
  void readsMunicipalitiesHoweverThePlatformFillsTheCity() {
    reads(read("上海市", "上海市", "徐汇区", "虹漕路461号"), "310104", OK, OK, OK);
    reads(read("上海", "", "徐汇区", "虹漕路461号"), "310104", OK, OK, OK);
    reads(read("上海", "市辖区", "徐汇区", "虹漕路461号"), "310104", OK, OK, OK);
    reads(read("北京", "北京城区", "朝阳区", "建国路1号"), "110105", OK, OK, OK);
    reads(read("重庆市", "县", "忠县", "中博大道"), "500233", OK, OK, OK);
    reads(read("重庆市", "重庆市", "石柱县", "南宾街道"), "500240", OK, OK, OK);
    reads(read("北京市", "朝阳区", "", "建国路1号"), "110105", OK, OK, OK);
  }

  @Test
  void readsCountiesDirectlyUnderAProvince() {
    reads(read("河南省", "", "济源市", "沁园路"), "419001", OK, OK, OK);
    reads(read("湖北省", "省直辖县级行政区划", "仙桃市", "仙桃大道"), "429004", OK, OK, OK);
    reads(read("湖北省", "潜江市", "", "章华路"), "429005", OK, OK, OK);
    reads(read("新疆", "自治区直辖县级行政区划", "石河子市", "北四路"), "659001", OK, OK, OK);
  }

  @Test
  void readsCitiesWithoutDistricts() {
    reads(read("广东省", "东莞市", "", "中堂镇潢涌村"), "441900", OK, OK, OK);
    reads(read("广东省", "东莞市", "东莞市", "中堂镇潢涌村"), "441900", OK, OK, OK);
    Address town = read("广东省", "中山市", "东区街道", "中山路1号");
    reads(town, "442000", OK, OK, OK);
    assertThat(town.detail()).isEqualTo("东区街道中山路1号");
    reads(read("海南省", "儋州市", "那大镇", "中兴大道"), "460400", OK, OK, OK);
    reads(read("甘肃省", "嘉峪关市", "", "新华路"), "620201", OK, OK, OK);
    reads(read("广东省", "东莞市", "南山区", "1号"), "4419", OK, OK, CONTRADICTORY);
  }

  @Test
  void readsACountyLevelCityInTheCitysPlace() {
    reads(read("江苏省", "昆山市", "", "前进路1号"), "320583", OK, OK, OK);
    reads(read("江苏省", "昆山市", "玉山镇", "前进路1号"), "320583", OK, OK, OK);
  }

  @Test
  void namesWhatIsMissing() {
    reads(read("广东省", "深圳市", "", "科技园1号"), "4403", OK, OK, MISSING);
    reads(read("广东省", "", "南山区", "科技园1号"), "440305", OK, MISSING, OK);
    reads(read("广东省", "", "", "科技园1号"), "44", OK, MISSING, MISSING);
    reads(read("", "深圳市", "南山区", "科技园1号"), "440305", MISSING, OK, OK);
    reads(read("江苏省", "盐城市", "其它区", "神州路"), "3209", OK, OK, MISSING);
    reads(read("", "", "", "某某路1号"), "", MISSING, MISSING, MISSING);
    reads(read("", "", "", "广东省深圳市南山区科技园1号"), "440305", OK, OK, OK);
    reads(read("广东省", "深圳市", "", "南山区科技园1号"), "440305", OK, OK, OK);
  }

  @Test
  void namesWhatContradicts() {
    reads(read("广东省", "杭州市", "西湖区", "文三路"), "44", OK, CONTRADICTORY, CONTRADICTORY);
    reads(read("浙江省", "杭州市", "南山区", "文三路"), "3301", OK, OK, CONTRADICTORY);
    Address two = read("上海市", "上海市", "徐汇区", "北京市朝阳区建国路1号");
    assertThat(two.provinceStatus()).isEqualTo(CONTRADICTORY);
    Address roads = read("上海市", "上海市", "徐汇区", "北京西路1号");
    reads(roads, "310104", OK, OK, OK);
  }

  @Test
  void namesWhatIsOutdatedAndItsSuccessor() {
    reads(read("浙江省", "杭州市", "下城区", "体育场路"), "330105", OK, OK, OUTDATED);
    reads(read("福建省", "漳州市", "龙海市", "石码镇"), "350604", OK, OK, OUTDATED);
    reads(read("福建省", "漳州市", "龙海区", "石码镇"), "350604", OK, OK, OK);
    reads(read("上海市", "上海市", "闸北区", "大宁路"), "310106", OK, OK, OUTDATED);
  }

  @Test
  void passesWhatCannotBeChecked() {
    reads(read("四川省", "成都市", "高新区", "天府大道"), "5101", OK, OK, UNKNOWN);
    Address abroad =
        ADDRESSES.read(new RawAddress("GB", "England", "London", "", "", "221B Baker Street"));
    reads(abroad, "", UNKNOWN, UNKNOWN, UNKNOWN);
  }

  @Test
  void readsHongKongMacauAndTaiwan() {
    reads(read("香港特别行政区", "九龙", "油尖旺区", "弥敦道1号"), "810201", OK, OK, OK);
    reads(read("台湾省", "台北市", "大安区", "信义路"), "710101", OK, OK, OK);
  }

  @Test
  void takesRepeatedDivisionsOutOfTheDetail() {
    assertThat(read("江西省", "抚州市", "临川区", "上顿渡镇江西省抚州市临川区上顿渡镇老公安局").detail()).startsWith("上顿渡镇");
    assertThat(read("广东省", "深圳市", "南山区", "广东省深圳市南山区科技园1号").detail()).isEqualTo("科技园1号");
    assertThat(read("广东省", "深圳市", "南山区", "南山大道1号").detail()).isEqualTo("南山大道1号");
  }

  @Test
  void readsFiftyThousandFieldAddressesInASecond() {
    RawAddress raw = RawAddress.inChina("广东省", "深圳市", "南山区", "科技园南路1号A座502室");
    Receiver receiver = new Receiver("张三", "13812341234", raw, "");
    for (int i = 0; i < 20_000; i++) {
      ADDRESSES.features(receiver);
    }
    long start = System.nanoTime();
    for (int i = 0; i < 50_000; i++) {
      ADDRESSES.features(receiver);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("features: %.0f per second%n", 50_000 / seconds);
    assertThat(seconds).isLessThan(5);
  }
}
