package dev.ordo.catalog;

import dev.ordo.shared.ServiceLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The shop table. */
@Repository
class ShopRows {
  private static final String SHOPS =
      """
      SELECT code, platform, name, merge_scope, merge_window_s, currency, commission_rate,
             promotion_rate, delivery_methods, pull_url, pull_every_s, app_key, active,
             service_level
        FROM shop
       ORDER BY code\
      """;
  private static final String SECRETS = "SELECT code, secret, token FROM shop WHERE code = ANY(?)";
  private static final String CLEAR = "DELETE FROM shop WHERE code = ANY(?)";
  private static final String INSERT =
      """
      INSERT INTO shop (code, platform, name, merge_scope, merge_window_s, currency,
             commission_rate, promotion_rate, delivery_methods, pull_url, pull_every_s, app_key,
             secret, token, active, service_level)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private final JdbcTemplate jdbc;

  ShopRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Shop> shops() {
    return jdbc.query(SHOPS, (row, i) -> shop(row));
  }

  /** Sealed secrets by shop code. */
  Map<String, ShopSecrets> secrets(Collection<String> codes) {
    Map<String, ShopSecrets> secrets = new HashMap<>();
    jdbc.query(
        SECRETS,
        row -> {
          secrets.put(
              row.getString("code"),
              new ShopSecrets(row.getString("secret"), row.getString("token")));
        },
        (Object) codes.toArray(String[]::new));
    return secrets;
  }

  void replace(List<Shop> batch, Map<String, ShopSecrets> sealed) {
    jdbc.update(CLEAR, (Object) batch.stream().map(Shop::code).toArray(String[]::new));
    jdbc.batchUpdate(
        INSERT,
        batch.stream()
            .map(shop -> columns(shop, sealed.getOrDefault(shop.code(), ShopSecrets.NONE)))
            .toList());
  }

  private static Shop shop(ResultSet row) throws SQLException {
    return new Shop(
        row.getString("code"),
        row.getString("platform"),
        row.getString("name"),
        row.getString("merge_scope"),
        Duration.ofSeconds(row.getInt("merge_window_s")),
        row.getString("currency"),
        row.getBigDecimal("commission_rate"),
        row.getBigDecimal("promotion_rate"),
        methods(row.getString("delivery_methods")),
        new Shop.Pull(
            row.getString("pull_url"),
            Duration.ofSeconds(row.getInt("pull_every_s")),
            row.getString("app_key")),
        row.getBoolean("active"),
        ServiceLevel.valueOf(row.getString("service_level")));
  }

  private static Set<String> methods(String joined) {
    return Arrays.stream(joined.split(","))
        .filter(method -> !method.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Object[] columns(Shop shop, ShopSecrets sealed) {
    return new Object[] {
      shop.code(),
      shop.platform(),
      shop.name(),
      shop.mergeScope(),
      shop.mergeWindow().toSeconds(),
      shop.currency(),
      shop.commissionRate(),
      shop.promotionRate(),
      shop.deliveryMethods().stream().sorted().collect(Collectors.joining(",")),
      shop.pull().url(),
      shop.pull().every().toSeconds(),
      shop.pull().appKey(),
      sealed.secret(),
      sealed.token(),
      shop.active(),
      shop.serviceLevel().name()
    };
  }
}
