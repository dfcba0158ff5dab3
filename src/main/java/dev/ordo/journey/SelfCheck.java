package dev.ordo.journey;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Checks on live data what must always hold, in one consistent view of it. */
@Component
public class SelfCheck {
  private final ObjectProvider<Invariant> invariants;
  private final JdbcTemplate jdbc;

  SelfCheck(ObjectProvider<Invariant> invariants, JdbcTemplate jdbc) {
    this.invariants = invariants;
    this.jdbc = jdbc;
  }

  /**
   * One invariant, checked.
   *
   * @param violations how many rows break it
   */
  public record Checked(String says, long violations) {}

  /** Checks everything; the whole result stems from one snapshot of the data. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Checked> run() {
    return invariants
        .orderedStream()
        .map(i -> new Checked(i.says(), count(i.violations())))
        .toList();
  }

  private long count(String sql) {
    Long found = jdbc.queryForObject(sql, Long.class);
    return found == null ? 0 : found;
  }
}
