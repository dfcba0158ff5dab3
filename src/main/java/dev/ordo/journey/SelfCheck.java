package dev.ordo.journey;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks on live data what must always hold, in one consistent view of it. */
@Component
public class SelfCheck {
  private final ObjectProvider<Invariant> invariants;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate snapshot;

  /**
   * The snapshot is that of SERIALIZABLE: below it, H2 takes one table by table as each is first
   * read, so that a join would see two instants of a running system.
   */
  SelfCheck(
      ObjectProvider<Invariant> invariants,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions) {
    this.invariants = invariants;
    this.jdbc = jdbc;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    this.snapshot.setReadOnly(true);
  }

  /**
   * One invariant, checked.
   *
   * @param violations how many rows break it
   */
  public record Checked(String says, long violations) {}

  /** Checks everything; the whole result stems from one snapshot of the data. */
  public List<Checked> run() {
    return Objects.requireNonNull(snapshot.execute(status -> checked()));
  }

  private List<Checked> checked() {
    return invariants
        .orderedStream()
        .map(i -> new Checked(i.says(), i.violations().in(jdbc)))
        .toList();
  }
}
