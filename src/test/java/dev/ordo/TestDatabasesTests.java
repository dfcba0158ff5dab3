package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabasesTests {
  @Test
  void everyMigrationRunsOnH2() {
    assertThat(migrations(TestDatabases.h2())).isPositive();
  }

  @Test
  void everyMigrationRunsOnPostgres() {
    assertThat(migrations(TestDatabases.postgres())).isPositive();
  }

  private static long migrations(DataSource source) {
    return JdbcClient.create(source)
        .sql("SELECT count(*) FROM flyway_schema_history")
        .query(Long.class)
        .single();
  }
}
