package dev.ordo.channel;

import dev.ordo.shared.Ids;
import dev.ordo.shared.Sha256;
import dev.ordo.shared.SqlTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The reconciliation reports of dropped files. */
@Repository
public class FileReports {
  private static final int SHOWN = 100;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  FileReports(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void keep(FileReport report, byte[] content) {
    jdbc.sql(
            """
            INSERT INTO channel_file (id, name, digest, profile, taken_at, report)
            VALUES (?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Ids.parse(report.id()),
            report.name().substring(0, Math.min(250, report.name().length())),
            Sha256.hex(content),
            report.profile(),
            SqlTime.of(report.takenAt()),
            json.writeValueAsString(report))
        .update();
  }

  /** The newest first. */
  public List<FileReport> newest() {
    return jdbc
        .sql("SELECT report FROM channel_file ORDER BY id DESC LIMIT " + SHOWN)
        .query(String.class)
        .list()
        .stream()
        .map(text -> json.readValue(text, FileReport.class))
        .toList();
  }
}
