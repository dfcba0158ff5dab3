package dev.ordo.channel;

import dev.ordo.address.PersonalData;
import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Keeps what came in word for word, encrypted, for ninety days. */
@Repository
class Payloads {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final String INSERT =
      """
      INSERT INTO intake_payload (id, order_id, shop, platform_no, version, platform, arrived_at,
          payload)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String LATEST =
      """
      SELECT order_id, shop, platform, payload FROM intake_payload p
       WHERE order_id = ANY(?)
         AND version = (SELECT max(version) FROM intake_payload q WHERE q.order_id = p.order_id)\
      """;

  /** A payload and the order it became. */
  record Kept(long orderId, long version, CanonicalOrder order, RawOrder raw) {}

  private final JdbcTemplate jdbc;
  private final PersonalData personalData;
  private final Ids ids;
  private final MachineClock clock;

  Payloads(JdbcTemplate jdbc, PersonalData personalData, Ids ids, MachineClock clock) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.ids = ids;
    this.clock = clock;
  }

  void keep(List<Kept> payloads) {
    Object now = SqlTime.of(clock.now());
    jdbc.batchUpdate(INSERT, payloads.stream().map(k -> row(k, now)).toList());
  }

  private Object[] row(Kept k, Object now) {
    return new Object[] {
      ids.next(),
      k.orderId,
      k.order.shop(),
      k.order.platformNo(),
      k.version,
      k.raw.platform(),
      now,
      personalData.encrypt(k.raw.payload())
    };
  }

  /** What came in last for each of the orders, where it is still kept. */
  Map<Long, RawOrder> latest(Collection<Long> orderIds) {
    Map<Long, RawOrder> latest = new HashMap<>();
    jdbc.query(
        LATEST,
        row -> {
          latest.put(
              row.getLong("order_id"),
              new RawOrder(
                  row.getString("platform"),
                  row.getString("shop"),
                  personalData.decrypt(row.getString("payload"))));
        },
        (Object) orderIds.toArray(Long[]::new));
    return latest;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void forgetTheOld() {
    Instant before = clock.now().minus(KEPT);
    jdbc.update("DELETE FROM intake_payload WHERE arrived_at < ?", SqlTime.of(before));
  }
}
