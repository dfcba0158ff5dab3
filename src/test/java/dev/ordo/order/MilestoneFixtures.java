package dev.ordo.order;

import dev.ordo.TestDatabases;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Histories on a test database. */
public final class MilestoneFixtures {
  private MilestoneFixtures() {}

  public static Milestones milestones(DataSource source) {
    return new Milestones(new JdbcTemplate(source), TestDatabases.ids());
  }
}
