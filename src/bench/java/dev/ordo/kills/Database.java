package dev.ordo.kills;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database that must survive.
 *
 * @param settings what the server is told to use it
 */
record Database(String url, String user, List<String> settings) {
  /** The server's own file, opened once the server is gone. */
  static Database h2(Path folder) {
    return new Database(
        "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=FALSE"
            .formatted(folder.resolve("data/ordo")),
        "ordo",
        List.of());
  }

  static Database postgres(EmbeddedPostgres server) {
    String url = server.getJdbcUrl("postgres", "postgres");
    return new Database(
        url,
        "postgres",
        List.of("--spring.datasource.url=" + url, "--spring.datasource.username=postgres"));
  }

  JdbcTemplate open() {
    return new JdbcTemplate(new DriverManagerDataSource(url, user, ""));
  }
}
