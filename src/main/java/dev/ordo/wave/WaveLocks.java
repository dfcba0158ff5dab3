package dev.ordo.wave;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people keep where it is: a consignment in its wave, or with all its trip carries. */
@Component
class WaveLocks {
  private static final String INSERT =
      """
      INSERT INTO wave_lock (consignment_id, wave_id, whole_trip) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING\
      """;

  private final JdbcTemplate jdbc;

  WaveLocks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void put(long consignment, long wave, boolean wholeTrip) {
    remove(List.of(consignment));
    jdbc.update(INSERT, consignment, wave, wholeTrip);
  }

  void remove(Collection<Long> consignments) {
    jdbc.update(
        "DELETE FROM wave_lock WHERE consignment_id = ANY(?)",
        (Object) consignments.toArray(Long[]::new));
  }

  /** By consignment: whether it is kept on its trip too. */
  Map<Long, Boolean> ofWave(long wave) {
    Map<Long, Boolean> locks = new HashMap<>();
    jdbc.query(
        "SELECT consignment_id, whole_trip FROM wave_lock WHERE wave_id = ?",
        row -> {
          locks.put(row.getLong("consignment_id"), row.getBoolean("whole_trip"));
        },
        wave);
    return locks;
  }

  Set<Long> onTrips(long wave) {
    return ofWave(wave).entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
