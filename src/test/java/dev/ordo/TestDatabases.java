package dev.ordo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.NodeName;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Fresh, migrated databases of both kinds; one PostgreSQL server serves the whole test run. */
public final class TestDatabases {
  private static final Ids IDS = new Ids(Instant::now, new NodeName(1));

  private static EmbeddedPostgres server;

  private TestDatabases() {}

  /** An in-memory H2 of its own, in the mode the product uses. */
  public static DataSource h2() {
    return migrated(h2Url(), "ordo", "", "h2");
  }

  public static String h2Url() {
    return "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000"
        .formatted(UUID.randomUUID());
  }

  /** A database of its own on the run's embedded PostgreSQL. */
  public static DataSource postgres() {
    return migrated(postgresUrl(), "postgres", "", "postgresql");
  }

  public static synchronized String postgresUrl() {
    try {
      if (server == null) {
        server =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "500")
                .setServerConfig("timezone", "Pacific/Auckland")
                .start();
      }
      String name = "t" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      }
      return server.getJdbcUrl("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException("The test database could not be created.", e);
    }
  }

  /** Business time that is real time. */
  public static BusinessClock clock() {
    return new BusinessClock() {
      @Override
      public Instant instant() {
        return Instant.now();
      }

      @Override
      public double factor() {
        return 1;
      }
    };
  }

  /** Ids by the real clock, of a node of the tests' own: no server under test gives the same. */
  public static Ids ids() {
    return IDS;
  }

  private static DataSource migrated(String url, String user, String password, String vendor) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    config.setIdleTimeout(10_000);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    DataSource source = new HikariDataSource(config);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/all", "classpath:db/migration/" + vendor)
        .failOnMissingLocations(false)
        .load()
        .migrate();
    return source;
  }
}
