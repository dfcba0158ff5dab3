package dev.ordo.access;

import dev.ordo.TestDatabases;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People on a test database, outside any request. */
public final class PeopleFixtures {
  private PeopleFixtures() {}

  public static People people(DataSource source) {
    return new People(JdbcClient.create(source), TestDatabases.ids(), Instant::now);
  }
}
