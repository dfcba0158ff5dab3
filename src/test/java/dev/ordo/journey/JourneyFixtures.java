package dev.ordo.journey;

import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.NodeName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The module put together by hand on one database, with clocks that tests set. */
final class JourneyFixtures {
  Instant time = Instant.parse("2026-11-22T10:00:00Z");
  final MachineClock machine = () -> time;
  final BusinessClock business =
      new BusinessClock() {
        @Override
        public double factor() {
          return 1;
        }

        @Override
        public Instant instant() {
          return time;
        }
      };
  final JdbcTemplate jdbc;
  final DataSourceTransactionManager transactions;
  final TransactionTemplate tx;
  final JourneySettings settings;
  final StaticListableBeanFactory beans = new StaticListableBeanFactory();
  final List<String> resent = new ArrayList<>();
  final Incidents incidents;
  final OutboxRows rows;
  final Deliveries deliveries;
  final Outbox outbox;
  final Stages stages;

  JourneyFixtures(Vendor vendor) {
    this(vendor, ".", false);
  }

  JourneyFixtures(Vendor vendor, String files, boolean autostart) {
    settings =
        new JourneySettings(
            autostart, 3, Duration.ofSeconds(2), Duration.ofDays(1), List.of("localhost"), files);
    jdbc = new JdbcTemplate(vendor.source());
    transactions = new DataSourceTransactionManager(vendor.source());
    tx = new TransactionTemplate(transactions);
    NodeName node = new NodeName(1);
    Ids ids = new Ids(Instant::now, node);
    JsonMapper json = JsonMapper.builder().build();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    incidents =
        new Incidents(
            jdbc,
            ids,
            business,
            json,
            new PlainSealer(),
            beans.getBeanProvider(Resender.class),
            meters);
    rows = new OutboxRows(jdbc, machine);
    deliveries =
        new Deliveries(
            beans.getBeanProvider(Watcher.class),
            rows,
            transactions,
            machine,
            node,
            settings,
            incidents);
    outbox = new Outbox(deliveries, rows, ids, machine, json);
    stages =
        new Stages(
            beans.getBeanProvider(Pool.class),
            transactions,
            machine,
            settings,
            incidents,
            outbox,
            meters);
    clean();
  }

  private void clean() {
    jdbc.execute("DROP TABLE IF EXISTS parcel_of_work");
    jdbc.execute(
        """
        CREATE TABLE parcel_of_work (
          id BIGINT PRIMARY KEY, status VARCHAR(10) NOT NULL, due_at TIMESTAMP WITH TIME ZONE,
          retry_at TIMESTAMP WITH TIME ZONE, attempts INTEGER NOT NULL)\
        """);
    for (String table : List.of("outbox", "outbox_watcher", "incident", "leader")) {
      jdbc.update("DELETE FROM " + table);
    }
  }

  boolean wholeBatches;

  /** Keeps nothing secret. */
  private static final class PlainSealer implements Sealer {
    @Override
    public byte[] seal(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String open(byte[] sealed) {
      return new String(sealed, StandardCharsets.UTF_8);
    }
  }

  /** Work that waits in NEW and whose time has come. */
  TablePool pool() {
    TablePool pool =
        new TablePool(
            jdbc,
            business,
            machine,
            "work",
            "parcel_of_work",
            "status = 'NEW' AND (due_at IS NULL OR due_at <= :now)",
            "id") {
          @Override
          public boolean isWhole() {
            return wholeBatches;
          }
        };
    beans.addBean("pool", pool);
    return pool;
  }

  void newWork(long... ids) {
    for (long id : ids) {
      jdbc.update("INSERT INTO parcel_of_work (id, status, attempts) VALUES (?, 'NEW', 0)", id);
    }
  }

  void finish(List<Long> ids) {
    ids.forEach(
        id ->
            jdbc.update(
                "UPDATE parcel_of_work SET status = 'DONE', retry_at = NULL, attempts = 0"
                    + " WHERE id = ? AND status = 'NEW'",
                id));
  }

  List<Long> done() {
    return jdbc.queryForList(
        "SELECT id FROM parcel_of_work WHERE status = 'DONE' ORDER BY id", Long.class);
  }

  void later(Duration time) {
    this.time = this.time.plus(time);
  }
}
