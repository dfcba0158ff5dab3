package dev.ordo.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTests {
  private static final String OLD = "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String NEW = "k2:OTk5OTk5Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

  private static PersonalData under(String... keys) {
    return new PersonalData(new PersonalDataSettings(List.of(keys), Path.of("never-written")));
  }

  @Test
  void readsBackWhatItKept() {
    PersonalData personal = under(OLD);
    String kept = personal.encrypt("张三 13812341234");
    assertThat(kept).startsWith("k1.").doesNotContain("138");
    assertThat(personal.encrypt("张三 13812341234")).isNotEqualTo(kept);
    assertThat(personal.decrypt(kept)).isEqualTo("张三 13812341234");
  }

  @Test
  void readsOldKeysAndWritesTheNewOneAndSearchesTheSame() {
    String kept = under(OLD).encrypt("张三");
    PersonalData rotated = under(NEW, OLD);
    assertThat(rotated.decrypt(kept)).isEqualTo("张三");
    assertThat(rotated.encrypt("张三")).startsWith("k2.");
    assertThat(rotated.phoneHash("138 1234 1234"))
        .isEqualTo(under(OLD).phoneHash("+8613812341234"));
  }

  @Test
  void refusesTamperedTextAndUnknownKeys() {
    String kept = under(OLD).encrypt("张三");
    assertThatThrownBy(() -> under(NEW).decrypt(kept)).hasMessageContaining("k1");
    String other = "k1." + (kept.charAt(3) == 'A' ? 'B' : 'A') + kept.substring(4);
    assertThatThrownBy(() -> under(OLD).decrypt(other)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void makesAKeyOfItsOwnOnceWhenNoneIsSet(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("data/personal-data.key");
    PersonalDataSettings settings = new PersonalDataSettings(List.of(), file);
    String kept = new PersonalData(settings).encrypt("张三");
    assertThat(Files.readString(file)).startsWith("k1:");
    assertThat(new PersonalData(settings).decrypt(kept)).isEqualTo("张三");
  }

  @ParameterizedTest
  @CsvSource({"张三,张*", "张三丰,张*", "欧阳修,欧阳*", "欧阳,欧*", "John Smith,J*** S***", "张*,张*", "'',''"})
  void masksNames(String name, String masked) {
    assertThat(PersonalData.maskName(name)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "13812341234,138****1234",
    "+86 13812341234,86138****1234",
    "13812341234-5678,138****1234-****",
    "0755-22107333,0755-****7333",
    "010-62781234,010-****1234",
    "62781234,627*1234",
    "110,***",
    "138****1234,138****1234"
  })
  void masksPhones(String phone, String masked) {
    assertThat(PersonalData.maskPhone(phone)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({"科技园南路1号A座502室,科技园南路1****", "人民路,人****", "1号,1****"})
  void masksDetails(String detail, String masked) {
    assertThat(PersonalData.maskDetail(detail)).isEqualTo(masked);
  }

  @Test
  void keepsFieldsFastEnough() {
    PersonalData personal = under(OLD);
    for (int i = 0; i < 20_000; i++) {
      personal.encrypt("广东省深圳市南山区科技园" + i);
    }
    long start = System.nanoTime();
    for (int i = 0; i < 20_000; i++) {
      personal.encrypt("广东省深圳市南山区科技园" + i);
    }
    double perSecond = 20_000 / ((System.nanoTime() - start) / 1e9);
    System.out.printf("encrypt: %.0f fields per second%n", perSecond);
    assertThat(perSecond).isGreaterThan(5_000);
  }
}
