package dev.ordo.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants in and out of both databases, free of the zones of JVM and session. */
public final class SqlTime {
  private SqlTime() {}

  public static Timestamp of(Instant instant) {
    return Timestamp.from(instant);
  }

  public static @Nullable Timestamp ofNullable(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  public static Instant read(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  public static @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
