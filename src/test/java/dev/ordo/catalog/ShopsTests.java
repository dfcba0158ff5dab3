package dev.ordo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.TestDatabases;
import dev.ordo.address.PersonalDataFixtures;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

class ShopsTests {
  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void keepsShopsAndTheirSecretsSealed(String kind) {
    DataSource source = kind.equals("h2") ? TestDatabases.h2() : TestDatabases.postgres();
    JdbcTemplate jdbc = new JdbcTemplate(source);
    Shops shops = shops(jdbc);
    Shop taobao = shop("TB1");
    shops.put(List.of(taobao), Map.of("TB1", new ShopSecrets("s3cret", "t0ken")));
    shops.put(List.of(taobao, shop("JD1")), Map.of());

    assertThat(shops.shop("TB1")).isEqualTo(taobao);
    assertThat(shops.all()).extracting(Shop::code).containsExactly("JD1", "TB1");
    assertThat(shops.secrets("TB1")).isEqualTo(new ShopSecrets("s3cret", "t0ken"));
    assertThat(shops.secrets("JD1")).isEqualTo(ShopSecrets.NONE);
    assertThat(shops.secrets("TB1").toString()).doesNotContain("s3cret");
    assertThat(jdbc.queryForObject("SELECT secret FROM shop WHERE code = 'TB1'", String.class))
        .isNotEmpty()
        .doesNotContain("s3cret");
    assertThatThrownBy(() -> shops.shop("XX"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("shop (XX)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2"})
  void readsASecretThatIsOnlyNamedFromTheEnvironment(String kind) {
    Shops shops = shops(new JdbcTemplate(TestDatabases.h2()));
    shops.put(
        List.of(shop("TB1")),
        Map.of("TB1", new ShopSecrets("env:ORDO_SHOP_TB1", "env:ORDO_SHOP_NONE")));

    assertThat(shops.secrets("TB1")).isEqualTo(new ShopSecrets("from outside", ""));
  }

  private static Shops shops(JdbcTemplate jdbc) {
    return new Shops(
        new ShopRows(jdbc),
        new Versions(jdbc, Instant::now, TestDatabases.ids()),
        PersonalDataFixtures.personalData(),
        new MockEnvironment().withProperty("ORDO_SHOP_TB1", "from outside"));
  }

  private static Shop shop(String code) {
    return new Shop(
        code,
        "TAOBAO",
        "Tea house",
        code,
        Duration.ofMinutes(10),
        "CNY",
        new BigDecimal("0.050000"),
        new BigDecimal("0.010000"),
        Set.of("express", "counter"),
        new Shop.Pull("http://localhost:9090/taobao", Duration.ofMinutes(3), "12345"),
        true);
  }
}
