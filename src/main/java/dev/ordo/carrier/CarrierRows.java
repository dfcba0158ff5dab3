package dev.ordo.carrier;

import dev.ordo.shared.ServiceLevel;
import dev.ordo.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Carriers, price lists and choices in the database. */
@Repository
class CarrierRows {
  private static final String CARRIERS =
      """
      SELECT code, name, protocol, account, credentials_ref, cutoff, volumetric_divisor,
             max_weight_g, cod, refused_goods, active, service_level
        FROM carrier ORDER BY code\
      """;
  private static final String PUT_CARRIER =
      """
      MERGE INTO carrier t USING (VALUES (CAST(? AS VARCHAR(20)), CAST(? AS VARCHAR(60)),
          CAST(? AS VARCHAR(20)), CAST(? AS VARCHAR(60)), CAST(? AS VARCHAR(60)),
          CAST(? AS VARCHAR(8)), CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS BOOLEAN),
          CAST(? AS VARCHAR(100)), CAST(? AS BOOLEAN), CAST(? AS VARCHAR(10))))
        AS s (code, name, protocol, account, credentials_ref, cutoff, volumetric_divisor,
              max_weight_g, cod, refused_goods, active, service_level)
        ON t.code = s.code
      WHEN MATCHED THEN UPDATE SET name = s.name, protocol = s.protocol, account = s.account,
          credentials_ref = s.credentials_ref, cutoff = s.cutoff,
          volumetric_divisor = s.volumetric_divisor, max_weight_g = s.max_weight_g, cod = s.cod,
          refused_goods = s.refused_goods, active = s.active,
          service_level = s.service_level
      WHEN NOT MATCHED THEN INSERT (code, name, protocol, account, credentials_ref, cutoff,
          volumetric_divisor, max_weight_g, cod, refused_goods, active, service_level)
        VALUES (s.code, s.name, s.protocol, s.account, s.credentials_ref, s.cutoff,
          s.volumetric_divisor, s.max_weight_g, s.cod, s.refused_goods, s.active,
          s.service_level)\
      """;
  private static final String PRICES =
      """
      SELECT carrier, warehouse, province, served, first_weight_g, first_price, step_weight_g,
             step_price, days
        FROM carrier_price\
      """;
  private static final String PUT_PRICE =
      """
      MERGE INTO carrier_price t USING (VALUES (CAST(? AS VARCHAR(20)), CAST(? AS VARCHAR(20)),
          CAST(? AS VARCHAR(12)), CAST(? AS BOOLEAN), CAST(? AS INTEGER),
          CAST(? AS NUMERIC(19,4)), CAST(? AS INTEGER), CAST(? AS NUMERIC(19,4)),
          CAST(? AS INTEGER)))
        AS s (carrier, warehouse, province, served, first_weight_g, first_price, step_weight_g,
              step_price, days)
        ON t.carrier = s.carrier AND t.warehouse = s.warehouse AND t.province = s.province
      WHEN MATCHED THEN UPDATE SET served = s.served, first_weight_g = s.first_weight_g,
          first_price = s.first_price, step_weight_g = s.step_weight_g,
          step_price = s.step_price, days = s.days
      WHEN NOT MATCHED THEN INSERT (carrier, warehouse, province, served, first_weight_g,
          first_price, step_weight_g, step_price, days)
        VALUES (s.carrier, s.warehouse, s.province, s.served, s.first_weight_g, s.first_price,
          s.step_weight_g, s.step_price, s.days)\
      """;
  private static final String INSERT_CHOICE =
      """
      INSERT INTO carrier_choice (id, consignment_id, decision_id, at, measured, carrier, freight,
          bids)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String CHOICES =
      """
      SELECT id, consignment_id, decision_id, at, measured, carrier, freight, bids
        FROM carrier_choice WHERE consignment_id = ? ORDER BY id\
      """;

  private final JdbcTemplate jdbc;

  CarrierRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Carrier> carriers() {
    return jdbc.query(CARRIERS, (row, i) -> carrier(row));
  }

  List<CarrierPrice> prices() {
    return jdbc.query(
        PRICES,
        (row, i) ->
            new CarrierPrice(
                row.getString("carrier"),
                row.getString("warehouse"),
                row.getString("province"),
                row.getBoolean("served"),
                row.getInt("first_weight_g"),
                row.getBigDecimal("first_price"),
                row.getInt("step_weight_g"),
                row.getBigDecimal("step_price"),
                row.getInt("days")));
  }

  void putCarriers(Collection<Carrier> carriers) {
    jdbc.batchUpdate(
        PUT_CARRIER,
        carriers.stream()
            .map(
                c ->
                    new Object[] {
                      c.code(),
                      c.name(),
                      c.protocol(),
                      c.account(),
                      c.credentialsRef(),
                      c.cutoff().toString(),
                      c.volumetricDivisor(),
                      c.maxWeightG(),
                      c.cod(),
                      String.join(",", new TreeSet<>(c.refusedGoods())),
                      c.active(),
                      c.serviceLevel().name()
                    })
            .toList());
  }

  void putPrices(Collection<CarrierPrice> prices) {
    jdbc.batchUpdate(
        PUT_PRICE,
        prices.stream()
            .map(
                p ->
                    new Object[] {
                      p.carrier(),
                      p.warehouse(),
                      p.province(),
                      p.served(),
                      p.firstWeightG(),
                      p.firstPrice(),
                      p.stepWeightG(),
                      p.stepPrice(),
                      p.days()
                    })
            .toList());
  }

  void insertChoices(Collection<PastChoice> choices) {
    jdbc.batchUpdate(
        INSERT_CHOICE,
        choices.stream()
            .map(
                c ->
                    new Object[] {
                      c.id(),
                      c.consignmentId(),
                      c.decisionId(),
                      SqlTime.of(c.at()),
                      c.measured(),
                      c.carrier(),
                      c.freight(),
                      c.bids()
                    })
            .toList());
  }

  List<PastChoice> choices(long consignmentId) {
    return jdbc.query(
        CHOICES,
        (row, i) ->
            new PastChoice(
                row.getLong("id"),
                row.getLong("consignment_id"),
                row.getLong("decision_id"),
                SqlTime.read(row, "at"),
                row.getBoolean("measured"),
                row.getString("carrier"),
                row.getBigDecimal("freight"),
                row.getString("bids")),
        consignmentId);
  }

  private static Carrier carrier(ResultSet row) throws SQLException {
    String refused = row.getString("refused_goods");
    return new Carrier(
        row.getString("code"),
        row.getString("name"),
        row.getString("protocol"),
        row.getString("account"),
        row.getString("credentials_ref"),
        LocalTime.parse(row.getString("cutoff")),
        row.getInt("volumetric_divisor"),
        row.getInt("max_weight_g"),
        row.getBoolean("cod"),
        refused.isEmpty() ? Set.of() : Set.of(refused.split(",", -1)),
        row.getBoolean("active"),
        ServiceLevel.valueOf(row.getString("service_level")));
  }
}
