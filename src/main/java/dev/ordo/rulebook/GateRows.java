package dev.ordo.rulebook;

import dev.ordo.rules.RuleSetBroken.Fault;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.NodeName;
import dev.ordo.shared.SqlTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs of gates by content; a run belongs to the node that last gave a sign of life for it. */
@Repository
class GateRows {
  /** A node that was silent for so long lost its runs to the others. */
  static final Duration SILENCE = Duration.ofSeconds(30);

  private static final int MOST_FAULTS = 500;
  private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};

  /** A content whose gates run. */
  record Job(String point, String hash) {}

  /** One gate of such a content. */
  record Run(Job job, String gate) {}

  private final JdbcTemplate jdbc;
  private final MachineClock clock;
  private final int node;

  GateRows(JdbcTemplate jdbc, MachineClock clock, NodeName node) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.node = node.number();
  }

  /** Whether the run is ours now: it was not running, or its node is silent. */
  boolean claim(Job job, String gate) {
    Instant now = clock.now();
    return jdbc.update(
                """
                UPDATE rule_gate_run
                   SET state = 'RUNNING', progress = 0, summary = '', faults = '[]', node = ?,
                       at = ?, beat_at = ?
                 WHERE point = ? AND hash = ? AND gate = ?
                   AND (state <> 'RUNNING' OR beat_at < ?)\
                """,
                node,
                SqlTime.of(now),
                SqlTime.of(now),
                job.point(),
                job.hash(),
                gate,
                SqlTime.of(now.minus(SILENCE)))
            == 1
        || insert(job, gate, now);
  }

  private boolean insert(Job job, String gate, Instant now) {
    return jdbc.update(
            """
            INSERT INTO rule_gate_run
              (point, hash, gate, state, progress, summary, faults, node, at, beat_at)
            VALUES (?, ?, ?, 'RUNNING', 0, '', '[]', ?, ?, ?) ON CONFLICT DO NOTHING\
            """,
            job.point(),
            job.hash(),
            gate,
            node,
            SqlTime.of(now),
            SqlTime.of(now))
        == 1;
  }

  void progress(Run run, double share) {
    jdbc.update(
        """
        UPDATE rule_gate_run SET progress = ?, beat_at = ?
         WHERE point = ? AND hash = ? AND gate = ? AND node = ? AND state = 'RUNNING'\
        """,
        BigDecimal.valueOf(Math.clamp(share, 0, 1)).setScale(4, RoundingMode.DOWN),
        SqlTime.of(clock.now()),
        run.job().point(),
        run.job().hash(),
        run.gate(),
        node);
  }

  void finish(Run run, Gate.Outcome outcome) {
    jdbc.update(
        """
        UPDATE rule_gate_run SET state = ?, progress = 1, summary = ?, faults = ?, at = ?
         WHERE point = ? AND hash = ? AND gate = ? AND node = ? AND state = 'RUNNING'\
        """,
        outcome.passed() ? "PASSED" : "FAILED",
        cut(outcome.summary()),
        JsonMapper.shared()
            .writeValueAsString(outcome.faults().stream().limit(MOST_FAULTS).toList()),
        SqlTime.of(clock.now()),
        run.job().point(),
        run.job().hash(),
        run.gate(),
        node);
  }

  /** A sign of life for everything this node runs. */
  void beat() {
    jdbc.update(
        "UPDATE rule_gate_run SET beat_at = ? WHERE node = ? AND state = 'RUNNING'",
        SqlTime.of(clock.now()),
        node);
  }

  /** Gives back what this node ran when it went down. */
  void letGo() {
    jdbc.update(
        "UPDATE rule_gate_run SET beat_at = ? WHERE node = ? AND state = 'RUNNING'",
        SqlTime.of(Instant.EPOCH),
        node);
  }

  /** Runs of silent nodes. */
  List<Run> silent() {
    return jdbc.query(
        "SELECT point, hash, gate FROM rule_gate_run WHERE state = 'RUNNING' AND beat_at < ?",
        (row, i) ->
            new Run(new Job(row.getString("point"), row.getString("hash")), row.getString("gate")),
        SqlTime.of(clock.now().minus(SILENCE)));
  }

  /** Whether the run of a silent node is ours now. */
  boolean takeOver(Run run) {
    Instant now = clock.now();
    return jdbc.update(
            """
            UPDATE rule_gate_run SET node = ?, progress = 0, at = ?, beat_at = ?
             WHERE point = ? AND hash = ? AND gate = ? AND state = 'RUNNING' AND beat_at < ?\
            """,
            node,
            SqlTime.of(now),
            SqlTime.of(now),
            run.job().point(),
            run.job().hash(),
            run.gate(),
            SqlTime.of(now.minus(SILENCE)))
        == 1;
  }

  /** A run that could not begin counts as never asked for. */
  void forget(Run run) {
    jdbc.update(
        """
        DELETE FROM rule_gate_run
         WHERE point = ? AND hash = ? AND gate = ? AND node = ? AND state = 'RUNNING'\
        """,
        run.job().point(),
        run.job().hash(),
        run.gate(),
        node);
  }

  List<GateRun> of(String point, String hash) {
    return jdbc.query(
        """
        SELECT gate, state, progress, summary, faults, at FROM rule_gate_run
         WHERE point = ? AND hash = ?\
        """,
        GateRows::run,
        point,
        hash);
  }

  private static String cut(String summary) {
    return summary.length() > 1000 ? summary.substring(0, 1000) : summary;
  }

  private static GateRun run(ResultSet row, int i) throws SQLException {
    return new GateRun(
        row.getString("gate"),
        GateRun.State.valueOf(row.getString("state")),
        row.getDouble("progress"),
        row.getString("summary"),
        JsonMapper.shared().readValue(row.getString("faults"), FAULTS),
        SqlTime.read(row, "at"));
  }
}
