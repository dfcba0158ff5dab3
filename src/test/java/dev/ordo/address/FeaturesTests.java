package dev.ordo.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTests {
  private static final String KEY = "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final Addresses ADDRESSES =
      new Addresses(
          new PersonalData(new PersonalDataSettings(List.of(KEY), Path.of("never-written"))));

  private static Receiver receiver(String name, String phone, String detail, String token) {
    return new Receiver(name, phone, RawAddress.inChina("广东省", "深圳市", "南山区", detail), token);
  }

  private static Features features(String detail) {
    return ADDRESSES.features(receiver("张三", "13812341234", detail, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"某某路123456789号", "12345号", "123-456", "xxx路1号", "999"})
  void seesThatThereAreOnlyDigits(String detail) {
    assertThat(features(detail).digitsOnly()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"科技园南路1号A座502室", "胜利小区2-2-401", "人民路111号 13812341234"})
  void takesNormalDetailsForNormal(String detail) {
    Features features = features(detail);
    assertThat(features.digitsOnly()).isFalse();
    assertThat(features.specialCharacters()).isFalse();
    assertThat(features.sameAsAbove()).isFalse();
    assertThat(features.detailLength()).isGreaterThan(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"同上", "电联", "老地方", "跟上次一样！", "电联 13812341234", "同上，谢谢"})
  void seesThatTheDetailOnlyPointsElsewhere(String detail) {
    assertThat(features(detail).sameAsAbove()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"老地方饭店旁边3号楼", "人民路5号放门口电话联系"})
  void doesNotTakeAPlaceForAPointer(String detail) {
    assertThat(features(detail).sameAsAbove()).isFalse();
  }

  @Test
  void seesSpecialCharactersAndPhones() {
    assertThat(features("科技园1号😀").specialCharacters()).isTrue();
    assertThat(features("科技园★1号").specialCharacters()).isTrue();
    assertThat(features("科技园\u00021号").specialCharacters()).isTrue();
    assertThat(features("科技园１号（北门）").specialCharacters()).isFalse();
    assertThat(features("科技园1号13812341234").containsPhone()).isTrue();
    assertThat(features("科技园1号").containsPhone()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "13812341234,VALID",
    "+86 138 1234 1234,VALID",
    "13812341234-5678,VALID",
    "13812341234转5678,VALID",
    "0755-22107333,VALID",
    "0755-22107333-801,VALID",
    "12345,INVALID",
    "1381234123,INVALID",
    "138****1234,UNKNOWN",
    "'',MISSING",
    "abc,INVALID"
  })
  void checksPhones(String phone, PhoneStatus status) {
    assertThat(ADDRESSES.features(receiver("张三", phone, "科技园1号", "")).phoneStatus())
        .isEqualTo(status);
  }

  @Test
  void checksForeignPhonesByTheirCountry() {
    RawAddress london = new RawAddress("GB", "", "London", "", "", "221B Baker Street");
    Features features = ADDRESSES.features(new Receiver("S. Holmes", "020 7224 3688", london, ""));
    assertThat(features.phoneStatus()).isEqualTo(PhoneStatus.VALID);
    assertThat(features.abroad()).isTrue();
    assertThat(features.detailCheckable()).isFalse();
    assertThat(features.anyLevel(LevelStatus.MISSING)).isFalse();
  }

  @Test
  void doesNotCheckWhatThePlatformMasked() {
    Features features = ADDRESSES.features(receiver("张*", "138****1234", "科****", "oaid-1"));
    assertThat(features.detailCheckable()).isFalse();
    assertThat(features.detailLength()).isEqualTo(-1);
    assertThat(features.phoneStatus()).isEqualTo(PhoneStatus.UNKNOWN);
  }

  @Test
  void givesTheSameKeyForTrivialSpellings() {
    String key = ADDRESSES.features(receiver("张三", "13812341234", "科技园1号A座", "")).receiverKey();
    assertThat(
            List.of(
                receiver(" 张 三", "138-1234-1234", "科技园 1号，A座", ""),
                receiver("张三", "+86 13812341234", "科技园１号Ａ座", ""),
                receiver("张三", "13812341234", "广东省深圳市南山区科技园1号a座", "")))
        .allSatisfy(r -> assertThat(ADDRESSES.features(r).receiverKey()).isEqualTo(key));
    assertThat(ADDRESSES.features(receiver("张三", "13812341235", "科技园1号A座", "")).receiverKey())
        .isNotEqualTo(key);
  }

  @Test
  void goesByTheTokenWhereThereIsOnlyAToken() {
    Receiver one = receiver("张*", "138****1234", "科****", "oaid-1");
    Receiver same = receiver("张**", "", "", "oaid-1");
    Receiver none = receiver("张*", "138****1234", "科****", "");
    assertThat(key(one)).isEqualTo(key(same)).isNotEqualTo(key(none));
    assertThat(key(none)).isNotEqualTo(key(none));
  }

  private static String key(Receiver receiver) {
    return ADDRESSES.features(receiver).receiverKey();
  }
}
