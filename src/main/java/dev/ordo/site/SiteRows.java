package dev.ordo.site;

import dev.ordo.shared.SqlTime;
import dev.ordo.site.WarehouseSettings.DeductAt;
import dev.ordo.site.WarehouseSettings.WaybillAt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the module. */
@Component
class SiteRows {
  private static final String WAREHOUSES =
      """
      SELECT code, name, zone_id, province_code, city_code, address, priority, layout,
             wave_window_minutes, wave_count, waybill_at, deduct_at, walking, wave_split,
             wall_slots, top_up
        FROM warehouse
       ORDER BY priority, code\
      """;
  private static final String UPDATE_WAREHOUSE =
      """
      UPDATE warehouse
         SET name = ?, zone_id = ?, province_code = ?, city_code = ?, address = ?, priority = ?,
             layout = ?, wave_window_minutes = ?, wave_count = ?, waybill_at = ?, deduct_at = ?,
             walking = ?, wave_split = ?, wall_slots = ?, top_up = ?
       WHERE code = ?\
      """;
  private static final String INSERT_WAREHOUSE =
      """
      INSERT INTO warehouse
             (name, zone_id, province_code, city_code, address, priority,
              layout, wave_window_minutes, wave_count, waybill_at, deduct_at, walking,
              wave_split, wall_slots, top_up, code)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING\
      """;
  private static final String LOCATIONS =
      """
      SELECT warehouse, code, aisle, block, cell, side, zone
        FROM location
       WHERE warehouse = ?
       ORDER BY block, aisle, cell, side\
      """;
  private static final String NAMED_LOCATIONS =
      """
      SELECT warehouse, code, aisle, block, cell, side, zone
        FROM location
       WHERE warehouse = ? AND code = ANY(?)\
      """;
  private static final String CLEAR_LOCATION =
      "DELETE FROM location WHERE warehouse = ? AND code = ?";
  private static final String INSERT_LOCATION =
      """
      INSERT INTO location (warehouse, code, aisle, block, cell, side, zone)
      VALUES (?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String PICKERS =
      """
      SELECT warehouse, code, name, login, active, skills, shift_start, shift_end, home_zones,
             seen_location, seen_at
        FROM picker
       WHERE warehouse = ?
       ORDER BY code\
      """;
  private static final String UPDATE_PICKER =
      """
      UPDATE picker
         SET name = ?, login = ?, active = ?, skills = ?, shift_start = ?, shift_end = ?,
             home_zones = ?
       WHERE warehouse = ? AND code = ?\
      """;
  private static final String INSERT_PICKER =
      """
      INSERT INTO picker (name, login, active, skills, shift_start, shift_end, home_zones,
             warehouse, code)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING\
      """;
  private static final String SEEN =
      "UPDATE picker SET seen_location = ?, seen_at = ? WHERE warehouse = ? AND code = ?";
  private static final String TROLLEYS =
      """
      SELECT warehouse, code, totes, volume_mm3, weight_g
        FROM trolley WHERE warehouse = ? ORDER BY code\
      """;
  private static final String UPDATE_TROLLEY =
      "UPDATE trolley SET totes = ?, volume_mm3 = ?, weight_g = ? WHERE warehouse = ? AND code = ?";
  private static final String INSERT_TROLLEY =
      """
      INSERT INTO trolley (totes, volume_mm3, weight_g, warehouse, code) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING\
      """;

  private static final RowMapper<Location> LOCATION =
      (row, i) ->
          new Location(
              row.getString(1),
              row.getString(2),
              row.getInt(3),
              row.getInt(4),
              row.getInt(5),
              row.getString(6),
              row.getString(7));

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  SiteRows(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Warehouse> warehouses() {
    return jdbc.query(WAREHOUSES, this::warehouse);
  }

  private Warehouse warehouse(ResultSet row, int i) throws SQLException {
    return new Warehouse(
        row.getString(1),
        row.getString(2),
        ZoneId.of(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getInt(7),
        json.readValue(row.getString(8), Layout.class),
        new WarehouseSettings(
            Duration.ofMinutes(row.getInt(9)),
            row.getInt(10),
            WaybillAt.valueOf(row.getString(11)),
            DeductAt.valueOf(row.getString(12)),
            Walking.valueOf(row.getString(13)),
            WaveSplit.valueOf(row.getString("wave_split")),
            row.getInt("wall_slots"),
            TopUp.valueOf(row.getString("top_up"))));
  }

  List<Location> locations(String warehouse) {
    return jdbc.query(LOCATIONS, LOCATION, warehouse);
  }

  List<Location> locations(String warehouse, Collection<String> codes) {
    return jdbc.query(NAMED_LOCATIONS, LOCATION, warehouse, codes.toArray(String[]::new));
  }

  List<Picker> pickers(String warehouse) {
    return jdbc.query(PICKERS, SiteRows::picker, warehouse);
  }

  private static Picker picker(ResultSet row, int i) throws SQLException {
    String start = row.getString("shift_start");
    Instant seen = SqlTime.readNullable(row, "seen_at");
    return new Picker(
        row.getString("warehouse"),
        row.getString("code"),
        row.getString("name"),
        row.getString("login"),
        row.getBoolean("active"),
        words(row.getString("skills")).map(Skill::valueOf).collect(Collectors.toSet()),
        start.isEmpty()
            ? null
            : new Shift(LocalTime.parse(start), LocalTime.parse(row.getString("shift_end"))),
        words(row.getString("home_zones")).collect(Collectors.toSet()),
        seen == null ? null : new Picker.Seen(row.getString("seen_location"), seen));
  }

  private static Stream<String> words(String joined) {
    return Stream.of(joined.split(",")).filter(word -> !word.isEmpty());
  }

  void seen(String warehouse, String picker, String location, Instant at) {
    jdbc.update(SEEN, location, SqlTime.of(at), warehouse, picker);
  }

  void setActive(String warehouse, String picker, boolean active) {
    jdbc.update(
        "UPDATE picker SET active = ? WHERE warehouse = ? AND code = ?", active, warehouse, picker);
  }

  List<Trolley> trolleys(String warehouse) {
    return jdbc.query(
        TROLLEYS,
        (row, i) ->
            new Trolley(
                row.getString(1), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5)),
        warehouse);
  }

  void putWarehouses(List<Warehouse> warehouses) {
    put(warehouses, UPDATE_WAREHOUSE, INSERT_WAREHOUSE, this::columns);
  }

  private Object[] columns(Warehouse w) {
    WarehouseSettings s = w.settings();
    return new Object[] {
      w.name(),
      w.zone().getId(),
      w.provinceCode(),
      w.cityCode(),
      w.address(),
      w.priority(),
      json.writeValueAsString(w.layout()),
      (int) s.waveWindow().toMinutes(),
      s.waveCount(),
      s.waybillAt().name(),
      s.deductAt().name(),
      s.walking().name(),
      s.split().name(),
      s.wallSlots(),
      s.topUp().name(),
      w.code()
    };
  }

  void putLocations(List<Location> locations) {
    replaceLocations(locations, locations);
  }

  /** First everything that goes is gone, so that slots may change places with each other. */
  void replaceLocations(List<Location> gone, List<Location> written) {
    jdbc.batchUpdate(
        CLEAR_LOCATION, gone.stream().map(l -> new Object[] {l.warehouse(), l.code()}).toList());
    jdbc.batchUpdate(
        INSERT_LOCATION,
        written.stream()
            .map(
                l ->
                    new Object[] {
                      l.warehouse(), l.code(), l.aisle(), l.block(), l.cell(), l.side(), l.zone()
                    })
            .toList());
  }

  void putPickers(List<Picker> pickers) {
    put(pickers, UPDATE_PICKER, INSERT_PICKER, SiteRows::columns);
  }

  private static Object[] columns(Picker p) {
    Shift shift = p.shift();
    return new Object[] {
      p.name(),
      p.login(),
      p.active(),
      p.skills().stream().sorted().map(Skill::name).collect(Collectors.joining(",")),
      shift == null ? "" : shift.start().toString(),
      shift == null ? "" : shift.end().toString(),
      p.homeZones().stream().sorted().collect(Collectors.joining(",")),
      p.warehouse(),
      p.code()
    };
  }

  boolean removeTrolley(String warehouse, String code) {
    return jdbc.update("DELETE FROM trolley WHERE warehouse = ? AND code = ?", warehouse, code) > 0;
  }

  void putTrolleys(List<Trolley> trolleys) {
    put(
        trolleys,
        UPDATE_TROLLEY,
        INSERT_TROLLEY,
        t -> new Object[] {t.totes(), t.volumeMm3(), t.weightG(), t.warehouse(), t.code()});
  }

  private <T> void put(List<T> rows, String update, String insert, Function<T, Object[]> columns) {
    int[] known = jdbc.batchUpdate(update, rows.stream().map(columns).toList());
    List<Object[]> fresh = new ArrayList<>();
    for (int i = 0; i < known.length; i++) {
      if (known[i] == 0) {
        fresh.add(columns.apply(rows.get(i)));
      }
    }
    jdbc.batchUpdate(insert, fresh);
  }
}
