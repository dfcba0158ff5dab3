package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class SelfCheckTests {
  private static final String INCIDENTS = "SELECT count(*) FROM incident";
  private static final String INCIDENTS_WITHOUT_A_LEADER =
      "SELECT count(*) FROM incident i WHERE NOT EXISTS"
          + " (SELECT 1 FROM leader l WHERE l.name = i.subject)";

  @ParameterizedTest
  @EnumSource
  void seesOneInstantWhileOthersGoOnWriting(Vendor vendor) {
    JdbcTemplate jdbc = new JdbcTemplate(vendor.source());
    jdbc.update("DELETE FROM incident");
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean(
        "leaders", Invariant.of("no leaders", "SELECT count(*) FROM leader WHERE name = 'check'"));
    beans.addBean(
        "others",
        new Invariant(
            "others write",
            snapshot -> {
              write(vendor.source());
              return 0;
            }));
    beans.addBean("incidents", Invariant.of("no incidents", INCIDENTS));
    beans.addBean("both", Invariant.of("no odd incidents", INCIDENTS_WITHOUT_A_LEADER));
    SelfCheck check =
        new SelfCheck(
            beans.getBeanProvider(Invariant.class),
            jdbc,
            new DataSourceTransactionManager(vendor.source()));

    try {
      assertThat(check.run()).extracting(SelfCheck.Checked::violations).containsOnly(0L);
      assertThat(jdbc.queryForObject(INCIDENTS, Long.class)).isEqualTo(1);
    } finally {
      jdbc.update("DELETE FROM incident");
      jdbc.update("DELETE FROM leader WHERE name = 'check'");
    }
  }

  private static void write(DataSource source) {
    try (Connection other = source.getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "INSERT INTO leader (name, node, leads_until) VALUES ('check', 1, CURRENT_TIMESTAMP)");
      statement.execute(
          """
          INSERT INTO incident (id, source, kind, dedupe_key, subject, status, seen, first_at,
                                last_at, faults)
          VALUES (-1, 's', 'k', 'd', 'check', 'OPEN', 1, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, '')\
          """);
      other.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
