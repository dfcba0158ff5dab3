package dev.ordo.wave;

import dev.ordo.shared.SqlTime;
import dev.ordo.site.Skill;
import dev.ordo.wave.solver.Route.Point;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of trips and picks. */
@Component
class TripRows {
  private static final String TRIPS =
      """
      SELECT id, wave_id, warehouse, number, method, status, picker, metres, seconds, due_at, path,
             started_at, done_at, needs
        FROM wave_trip\
      """;
  private static final String INSERT_TRIP =
      """
      INSERT INTO wave_trip (id, wave_id, warehouse, number, method, status, picker, metres,
             seconds, due_at, path, needs)
      VALUES (?, ?, ?, ?, ?, 'WAITING', ?, ?, ?, ?, ?, ?)\
      """;
  private static final String NEXT =
      TRIPS
          + """

          WHERE warehouse = ?
            AND ((status = 'PICKING' AND picker = ?)
              OR ((status = 'WAITING' OR (status = 'PICKING' AND picker = ''))
                AND needs NOT LIKE ? AND needs NOT LIKE ? AND needs NOT LIKE ?))
            AND (picker IN ('', ?)
              OR EXISTS (SELECT 1 FROM wave_trip own
                          WHERE own.warehouse = wave_trip.warehouse
                            AND own.picker = wave_trip.picker AND own.id <> wave_trip.id
                            AND (own.status = 'PICKING'
                              OR (own.status = 'WAITING'
                                AND (own.due_at < wave_trip.due_at
                                  OR (own.due_at = wave_trip.due_at
                                    AND own.id < wave_trip.id))))))
          ORDER BY CASE WHEN status = 'PICKING' AND started_at IS NOT NULL THEN 0
                        WHEN status = 'PICKING' THEN 1 WHEN picker = ? THEN 2
                        WHEN picker = '' THEN 3 ELSE 4 END, due_at, id
          LIMIT 1\
          """;
  private static final String START =
      """
      UPDATE wave_trip SET status = 'PICKING', picker = ?, started_at = ?
       WHERE id = ? AND status = 'WAITING'\
      """;
  private static final String CLAIM =
      """
      UPDATE wave_trip SET picker = ?
       WHERE id = ? AND picker = ? AND status <> 'PICKED' AND (status = 'WAITING' OR picker IN ('', ?))\
      """;
  private static final String DONE =
      """
      UPDATE wave_trip SET status = 'PICKED', done_at = ? WHERE id = ? AND status <> 'PICKED'\
      """;
  private static final String BUSY =
      """
      SELECT t.picker,
             sum(t.seconds * CASE WHEN t.status = 'WAITING' OR p.stops = 0 THEN 1.0
                                  ELSE 1.0 * p.unpicked / p.stops END) AS busy
        FROM wave_trip t
        JOIN (SELECT w.id, count(k.id) AS stops,
                     count(CASE WHEN k.status = 'OPEN' THEN 1 END) AS unpicked
                FROM wave_trip w LEFT JOIN wave_pick k ON k.trip_id = w.id
               WHERE w.warehouse = ? AND w.status <> 'PICKED' GROUP BY w.id) p ON p.id = t.id
       WHERE t.id <> ALL(?)
       GROUP BY t.picker\
      """;
  private static final String UNDONE =
      "SELECT count(*) FROM wave_trip WHERE wave_id = ? AND status <> 'PICKED'";
  private static final String PICKS =
      """
      SELECT id, trip_id, wave_id, sequence, location, slot, sku, name, batch, qty, picked, status,
             consignment_id, line_id, tote, lack
        FROM wave_pick\
      """;
  private static final String INSERT_PICK =
      """
      INSERT INTO wave_pick (id, trip_id, wave_id, sequence, location, slot, sku, name, batch, qty,
             picked, status, consignment_id, line_id, tote)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'OPEN', ?, ?, ?)\
      """;
  private static final String CONFIRM =
      "UPDATE wave_pick SET picked = ?, status = ?, lack = ?, picked_at = ? WHERE id = ?";
  private static final String TO_THE_END =
      """
      UPDATE wave_pick
         SET sequence = CASE WHEN sequence = ? THEN ? ELSE sequence - 1 END
       WHERE trip_id = ? AND sequence BETWEEN ? AND ?\
      """;
  private static final String LAST_CONFIRMED =
      """
      SELECT sequence FROM wave_pick
       WHERE trip_id = ? AND status IN ('PICKED', 'SHORT') AND picked_at IS NOT NULL
       ORDER BY picked_at DESC, sequence DESC LIMIT 1\
      """;
  private static final String REOPEN =
      """
      UPDATE wave_pick SET picked = 0, status = 'OPEN', lack = '', picked_at = NULL
       WHERE trip_id = ? AND sequence = ? AND status IN ('PICKED', 'SHORT')\
      """;
  private static final String OF_PICKER =
      TRIPS
          + """

          WHERE warehouse = ? AND picker = ? AND status <> 'PICKED' ORDER BY id FOR UPDATE\
          """;
  private static final String EMPTY =
      """
      DELETE FROM wave_trip
       WHERE id = ANY(?) AND status = 'WAITING'
         AND NOT EXISTS (SELECT 1 FROM wave_pick p WHERE p.trip_id = wave_trip.id)\
      """;
  private static final String RETRACED =
      "UPDATE wave_trip SET metres = ?, seconds = ?, path = ? WHERE id = ?";
  private static final String ORPHANED =
      """
      SELECT DISTINCT wave_id FROM wave_trip
       WHERE warehouse = ? AND picker = '' AND status <> 'PICKED' ORDER BY wave_id\
      """;
  private static final String LET_GO =
      """
      UPDATE wave_trip SET picker = '', started_at = NULL
       WHERE id = ANY(?) AND status <> 'PICKED'\
      """;
  private static final String TAKE_OVER =
      """
      UPDATE wave_trip SET picker = ?, started_at = ?
       WHERE id = ? AND status = 'PICKING' AND started_at IS NULL AND picker IN ('', ?)\
      """;
  private static final String SHORT_SINCE =
      PICKS
          + """

          WHERE status = 'SHORT' AND picked_at <= ?
            AND trip_id IN (SELECT id FROM wave_trip WHERE status = 'PICKED')
          ORDER BY consignment_id, id\
          """;
  private static final String LOCK_OF =
      TRIPS
          + """

          WHERE id IN (SELECT trip_id FROM wave_pick WHERE consignment_id = ANY(?))
          ORDER BY id FOR UPDATE\
          """;
  private static final String STRIKE =
      """
      UPDATE wave_pick SET status = 'STRUCK'
       WHERE consignment_id = ANY(?) AND status IN ('OPEN', 'SHORT')\
      """;
  private static final String HANDED_IN =
      """
      SELECT p.consignment_id, p.sku, sum(p.picked) AS units
        FROM wave_pick p
        JOIN wave_trip t ON t.id = p.trip_id
       WHERE p.wave_id = ? AND t.status = 'PICKED' AND p.picked > 0
         AND p.consignment_id IN (SELECT consignment_id FROM wave_pick WHERE wave_id = ?
                                   GROUP BY consignment_id HAVING count(DISTINCT trip_id) > 1)
       GROUP BY p.consignment_id, p.sku\
      """;
  private static final String TOTES =
      "SELECT consignment_id, max(tote) AS tote FROM wave_pick WHERE consignment_id = ANY(?)"
          + " GROUP BY consignment_id";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  TripRows(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(List<WaveTrip> trips, List<Pick> picks) {
    jdbc.batchUpdate(INSERT_TRIP, trips.stream().map(this::columns).toList());
    jdbc.batchUpdate(INSERT_PICK, picks.stream().map(TripRows::columns).toList());
  }

  private Object[] columns(WaveTrip t) {
    return new Object[] {
      t.id(),
      t.waveId(),
      t.warehouse(),
      t.number(),
      t.method().name(),
      t.picker(),
      t.metres(),
      t.seconds(),
      SqlTime.of(t.dueAt()),
      json.writeValueAsString(t.path()),
      t.needs().stream().sorted().map(Skill::name).collect(Collectors.joining(","))
    };
  }

  private static Object[] columns(Pick p) {
    return new Object[] {
      p.id(),
      p.tripId(),
      p.waveId(),
      p.sequence(),
      p.location(),
      p.slot(),
      p.sku(),
      p.name(),
      p.batch(),
      p.qty(),
      p.consignmentId(),
      p.lineId(),
      p.tote()
    };
  }

  List<WaveTrip> ofWave(long wave) {
    return jdbc.query(TRIPS + " WHERE wave_id = ? ORDER BY number", this::trip, wave);
  }

  Optional<WaveTrip> find(long id) {
    return jdbc.query(TRIPS + " WHERE id = ?", this::trip, id).stream().findFirst();
  }

  /** As {@link #find}, locked until the end of the transaction. */
  Optional<WaveTrip> lock(long id) {
    return jdbc.query(TRIPS + " WHERE id = ? FOR UPDATE", this::trip, id).stream().findFirst();
  }

  /**
   * The trip a picker walks now, else the next own one, else one nobody has, else one that somebody
   * else will not come to next; never one the picker is not trained for.
   */
  Optional<WaveTrip> next(String warehouse, String picker, Set<Skill> skills) {
    return jdbc
        .query(
            NEXT,
            this::trip,
            warehouse,
            picker,
            unlike(Skill.FORKLIFT, skills),
            unlike(Skill.COLD, skills),
            unlike(Skill.VALUABLES, skills),
            picker,
            picker)
        .stream()
        .findFirst();
  }

  /** What the needs of a trip must not be like for somebody with these skills. */
  private static String unlike(Skill skill, Set<Skill> skills) {
    return skills.contains(skill) ? "NONE" : "%" + skill.name() + "%";
  }

  /** Makes a trip this picker's; false if another one was quicker. */
  boolean claim(WaveTrip trip, String picker) {
    return jdbc.update(CLAIM, picker, trip.id(), trip.picker(), picker) == 1;
  }

  boolean start(long trip, String picker, Instant now) {
    return jdbc.update(START, picker, SqlTime.of(now), trip) == 1;
  }

  boolean done(long trip, Instant now) {
    return jdbc.update(DONE, SqlTime.of(now), trip) == 1;
  }

  boolean allDone(long wave) {
    Integer undone = jdbc.queryForObject(UNDONE, Integer.class, wave);
    return undone != null && undone == 0;
  }

  /** Seconds of work everybody still has, but for some trips; of a trip begun what is left. */
  Map<String, Long> busySeconds(String warehouse, Set<Long> butOf) {
    Map<String, Long> busy = new HashMap<>();
    jdbc.query(
        BUSY,
        row -> {
          busy.put(row.getString("picker"), Math.round(row.getDouble("busy")));
        },
        warehouse,
        butOf.toArray(Long[]::new));
    return busy;
  }

  List<Pick> picksOfTrip(long trip) {
    return jdbc.query(
        PICKS + " WHERE trip_id = ? ORDER BY sequence, tote, id", TripRows::pick, trip);
  }

  List<Pick> picksOfWave(long wave) {
    return jdbc.query(
        PICKS + " WHERE wave_id = ? ORDER BY trip_id, sequence, tote, id", TripRows::pick, wave);
  }

  List<Pick> picksOfConsignments(Collection<Long> consignments) {
    return jdbc.query(
        PICKS + " WHERE consignment_id = ANY(?) ORDER BY id",
        TripRows::pick,
        (Object) consignments.toArray(Long[]::new));
  }

  /** The trips that pick for these consignments, locked until the end of the transaction. */
  List<WaveTrip> lockOf(Collection<Long> consignments) {
    return jdbc.query(LOCK_OF, this::trip, (Object) consignments.toArray(Long[]::new));
  }

  void strike(Collection<Long> consignments) {
    jdbc.update(STRIKE, (Object) consignments.toArray(Long[]::new));
  }

  void confirm(Collection<Pick> picks, Instant now) {
    jdbc.batchUpdate(
        CONFIRM,
        picks.stream()
            .map(
                p ->
                    new Object[] {
                      p.picked(), p.status().name(), stored(p.lack()), SqlTime.of(now), p.id()
                    })
            .toList());
  }

  private static String stored(Lack lack) {
    return lack == Lack.NONE ? "" : lack.name();
  }

  /** All trips of a wave, locked until the end of the transaction. */
  List<WaveTrip> lockOfWave(long wave) {
    return jdbc.query(TRIPS + " WHERE wave_id = ? ORDER BY id FOR UPDATE", this::trip, wave);
  }

  /** Trips a picker has or walks, locked until the end of the transaction. */
  List<WaveTrip> lockOfPicker(String warehouse, String picker) {
    return jdbc.query(OF_PICKER, this::trip, warehouse, picker);
  }

  /** A trip is walked another way than was planned. */
  void retraced(long trip, double metres, long seconds, List<Point> path) {
    jdbc.update(RETRACED, metres, seconds, json.writeValueAsString(path), trip);
  }

  /** Waves with trips that are in nobody's hands. */
  List<Long> wavesWithOrphans(String warehouse) {
    return jdbc.queryForList(ORPHANED, Long.class, warehouse);
  }

  /** Nobody has these trips any more. */
  void letGo(Collection<Long> ids) {
    jdbc.update(LET_GO, (Object) ids.toArray(Long[]::new));
  }

  /** Gives trips that are in nobody's hands to pickers. */
  void give(Map<Long, String> pickerOf) {
    jdbc.batchUpdate(
        "UPDATE wave_trip SET picker = ? WHERE id = ? AND picker = '' AND status <> 'PICKED'",
        pickerOf.entrySet().stream().map(e -> new Object[] {e.getValue(), e.getKey()}).toList());
  }

  /** Somebody goes on with a trip that another one began. */
  void takeOver(long trip, String picker, Instant now) {
    jdbc.update(TAKE_OVER, picker, SqlTime.of(now), trip, picker);
  }

  /** Trips that were planned anew, with what was to be picked on them. */
  void delete(Collection<Long> ids) {
    Long[] keys = ids.toArray(Long[]::new);
    jdbc.update("DELETE FROM wave_pick WHERE trip_id = ANY(?)", (Object) keys);
    jdbc.update("DELETE FROM wave_trip WHERE id = ANY(?) AND status = 'WAITING'", (Object) keys);
  }

  /** Consignments leave trips nobody began; a trip that carries nothing then is no more. */
  void forget(Collection<Long> consignments, Collection<Long> waiting) {
    jdbc.update(
        "DELETE FROM wave_pick WHERE consignment_id = ANY(?) AND status = 'OPEN'",
        (Object) consignments.toArray(Long[]::new));
    jdbc.update(EMPTY, (Object) waiting.toArray(Long[]::new));
  }

  /** Stops get other places in the walk. */
  void resequence(Collection<Pick> picks) {
    jdbc.batchUpdate(
        "UPDATE wave_pick SET sequence = ? WHERE id = ? AND status = 'OPEN'",
        picks.stream().map(p -> new Object[] {p.sequence(), p.id()}).toList());
  }

  /** Picks that lack units since then, on trips that are over. */
  List<Pick> shortSince(Instant then) {
    return jdbc.query(SHORT_SINCE, TripRows::pick, SqlTime.of(then));
  }

  /** Units by consignment and SKU of ended trips, of the consignments that are on several. */
  Map<Long, Map<String, Integer>> handedIn(long wave) {
    Map<Long, Map<String, Integer>> units = new HashMap<>();
    jdbc.query(
        HANDED_IN,
        row -> {
          units
              .computeIfAbsent(row.getLong("consignment_id"), id -> new HashMap<>())
              .put(row.getString("sku"), row.getInt("units"));
        },
        wave,
        wave);
    return units;
  }

  /** What lacks at these picks is taken elsewhere: they end with what was found. */
  void leave(List<Pick> shorts) {
    jdbc.batchUpdate(
        "DELETE FROM wave_pick WHERE id = ?",
        shorts.stream().filter(p -> p.picked() == 0).map(p -> new Object[] {p.id()}).toList());
    jdbc.batchUpdate(
        "UPDATE wave_pick SET qty = picked, status = 'PICKED' WHERE id = ?",
        shorts.stream().filter(p -> p.picked() > 0).map(p -> new Object[] {p.id()}).toList());
  }

  /** Numbers of stops from this one on grow by one. */
  void makeRoom(long trip, int sequence) {
    jdbc.update(
        "UPDATE wave_pick SET sequence = sequence + 1 WHERE trip_id = ? AND sequence >= ?",
        trip,
        sequence);
  }

  /** Walks a stop last; the ones behind it move up. */
  void toTheEnd(long trip, int sequence, int last) {
    jdbc.update(TO_THE_END, sequence, last, trip, sequence, last);
  }

  /** The stop that was confirmed last. */
  Optional<Integer> lastConfirmed(long trip) {
    return jdbc.queryForList(LAST_CONFIRMED, Integer.class, trip).stream().findFirst();
  }

  /** What was taken at a stop lies in its slot again. */
  void reopen(long trip, int sequence) {
    jdbc.update(REOPEN, trip, sequence);
  }

  Map<Long, Integer> totes(Collection<Long> consignments) {
    Map<Long, Integer> totes = new HashMap<>();
    jdbc.query(
        TOTES,
        row -> {
          totes.put(row.getLong("consignment_id"), row.getInt("tote"));
        },
        (Object) consignments.toArray(Long[]::new));
    return totes;
  }

  private WaveTrip trip(ResultSet row, int i) throws SQLException {
    return new WaveTrip(
        row.getLong("id"),
        row.getLong("wave_id"),
        row.getString("warehouse"),
        row.getInt("number"),
        PickMethod.valueOf(row.getString("method")),
        TripStatus.valueOf(row.getString("status")),
        row.getString("picker"),
        row.getDouble("metres"),
        row.getLong("seconds"),
        SqlTime.read(row, "due_at"),
        Arrays.asList(json.readValue(row.getString("path"), Point[].class)),
        SqlTime.readNullable(row, "started_at"),
        SqlTime.readNullable(row, "done_at"),
        Stream.of(row.getString("needs").split(","))
            .filter(need -> !need.isEmpty())
            .map(Skill::valueOf)
            .collect(Collectors.toSet()));
  }

  private static Pick pick(ResultSet row, int i) throws SQLException {
    return new Pick(
        row.getLong("id"),
        row.getLong("trip_id"),
        row.getLong("wave_id"),
        row.getInt("sequence"),
        row.getString("location"),
        row.getString("slot"),
        row.getString("sku"),
        row.getString("name"),
        row.getString("batch"),
        row.getInt("qty"),
        row.getInt("picked"),
        PickStatus.valueOf(row.getString("status")),
        row.getLong("consignment_id"),
        row.getLong("line_id"),
        row.getInt("tote"),
        row.getString("lack").isEmpty() ? Lack.NONE : Lack.valueOf(row.getString("lack")));
  }
}
