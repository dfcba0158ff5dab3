package dev.ordo.shipping;

import dev.ordo.shared.SqlTime;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Parcels and manifests in the database; every move is guarded by the status it leaves. */
@Repository
class ParcelRows {
  private static final String INSERT =
      """
      INSERT INTO parcel (id, consignment_id, seq, parcels, warehouse, carton, filler, carton_cost,
          filler_cost, weight_g, volume_mm3, packed_at, packed_by, waybill_status, carrier,
          waybill_no, route_code, hub, product, freight, attempts)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NONE', '', NULL, '', '', '', 0, 0)
          ON CONFLICT DO NOTHING\
      """;
  private static final String SELECT =
      """
      SELECT id, consignment_id, seq, parcels, warehouse, carton, filler, carton_cost, filler_cost,
             weight_g, volume_mm3, packed_at, packed_by, waybill_status, carrier, waybill_no,
             route_code, hub, product, freight, issued_at, departs_at, handed_over_at, manifest_id
        FROM parcel\
      """;
  private static final String BY_ID = SELECT + " WHERE id = ANY(?) ORDER BY id";
  private static final String BY_CONSIGNMENT =
      SELECT + " WHERE consignment_id = ANY(?) ORDER BY consignment_id, seq";
  private static final String BY_WAYBILL = SELECT + " WHERE carrier = ? AND waybill_no = ANY(?)";
  private static final String REQUESTED =
      """
      UPDATE parcel SET waybill_status = 'REQUESTED', carrier = ?, freight = ?
       WHERE id = ? AND waybill_status = 'NONE'\
      """;
  private static final String ISSUED =
      """
      UPDATE parcel SET waybill_status = 'ISSUED', waybill_no = ?, route_code = ?, hub = ?,
             product = ?, issued_at = ?, departs_at = ?, retry_at = NULL, attempts = 0
       WHERE id = ? AND waybill_status = 'REQUESTED'\
      """;
  private static final String PRINTED =
      "UPDATE parcel SET waybill_status = 'PRINTED' WHERE id = ? AND waybill_status = 'ISSUED'";
  private static final String VOIDED =
      """
      UPDATE parcel SET waybill_status = 'VOIDED', retry_at = NULL, attempts = 0
       WHERE id = ? AND waybill_status = ? AND handed_over_at IS NULL\
      """;
  private static final String UNANNOUNCED =
      """
      SELECT c.id FROM consignment c
       WHERE c.status = 'ALLOCATED' AND c.warehouse = ANY(?)
         AND NOT EXISTS (SELECT 1 FROM parcel p WHERE p.consignment_id = c.id)
       ORDER BY c.promised_at, c.id LIMIT ?\
      """;
  private static final String PACKED =
      """
      UPDATE parcel SET parcels = ?, carton = ?, filler = ?, carton_cost = ?, filler_cost = ?,
             weight_g = ?, volume_mm3 = ?, packed_at = ?, packed_by = ?
       WHERE consignment_id = ? AND seq = 1 AND packed_by = ''\
      """;
  private static final String FREIGHT = "UPDATE parcel SET freight = ? WHERE id = ?";
  private static final String CALLED_BACK =
      "UPDATE parcel SET called_back_at = ? WHERE id = ? AND called_back_at IS NULL";
  private static final String DELAY = "UPDATE parcel SET departs_at = ? WHERE id = ?";
  private static final String HANDED =
      """
      UPDATE parcel SET handed_over_at = ?, manifest_id = ?, retry_at = NULL, attempts = 0
       WHERE id = ? AND handed_over_at IS NULL\
      """;
  private static final String MANIFEST =
      """
      INSERT INTO manifest (id, warehouse, carrier, departs_at, parcels, weight_g)
      VALUES (?, ?, ?, ?, 0, 0) ON CONFLICT DO NOTHING\
      """;
  private static final String MANIFEST_ID =
      """
      SELECT id FROM manifest
       WHERE warehouse = ? AND carrier = ? AND departs_at = ?\
      """;
  private static final String MANIFEST_COUNT =
      """
      UPDATE manifest SET parcels = parcels + ?, weight_g = weight_g + ? WHERE id = ?\
      """;
  private static final String NEWEST_MANIFESTS =
      """
      SELECT id, warehouse, carrier, departs_at, parcels, weight_g FROM manifest
       ORDER BY departs_at DESC, id DESC LIMIT ?\
      """;
  private static final String HANDED_SINCE =
      """
      SELECT carrier, count(*) AS n FROM parcel WHERE handed_over_at >= ?
       GROUP BY carrier ORDER BY carrier\
      """;

  private final JdbcTemplate jdbc;

  ParcelRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Collection<Parcel> parcels) {
    jdbc.batchUpdate(
        INSERT,
        parcels.stream()
            .map(
                p ->
                    new Object[] {
                      p.id(),
                      p.consignmentId(),
                      p.number(),
                      p.count(),
                      p.warehouse(),
                      p.packed().carton(),
                      p.packed().filler(),
                      p.packed().cartonCost(),
                      p.packed().fillerCost(),
                      p.packed().weightG(),
                      p.packed().volumeMm3(),
                      SqlTime.of(p.packedAt()),
                      p.packedBy()
                    })
            .toList());
  }

  List<Parcel> load(Collection<Long> ids) {
    return jdbc.query(BY_ID, (row, i) -> parcel(row), (Object) ids.toArray(Long[]::new));
  }

  List<Parcel> ofConsignments(Collection<Long> ids) {
    return jdbc.query(BY_CONSIGNMENT, (row, i) -> parcel(row), (Object) ids.toArray(Long[]::new));
  }

  /** The same, with the rows locked until the transaction ends. */
  List<Parcel> ofConsignmentsForUpdate(Collection<Long> ids) {
    return jdbc.query(
        BY_CONSIGNMENT + " FOR UPDATE", (row, i) -> parcel(row), (Object) ids.toArray(Long[]::new));
  }

  List<Parcel> byWaybill(String carrier, Collection<String> waybillNos) {
    return jdbc.query(
        BY_WAYBILL, (row, i) -> parcel(row), carrier, waybillNos.toArray(String[]::new));
  }

  /** A parcel, the carrier to be asked and the freight it will bill. */
  record Request(Parcel parcel, String carrier, BigDecimal freight) {}

  /** Returns those that really moved from NONE to REQUESTED. */
  List<Request> requested(List<Request> requests) {
    return moved(
        REQUESTED, requests, r -> new Object[] {r.carrier(), r.freight(), r.parcel().id()});
  }

  /** Returns those that really moved from REQUESTED to ISSUED. */
  List<Issue> issued(List<Issue> issues) {
    return moved(
        ISSUED,
        issues,
        i ->
            new Object[] {
              i.waybillNo(),
              cut(i.routeCode(), 60),
              cut(i.hub(), 60),
              cut(i.product(), 40),
              SqlTime.of(i.at()),
              SqlTime.ofNullable(i.departsAt()),
              i.parcel().id()
            });
  }

  private <T> List<T> moved(String sql, List<T> moves, Function<T, Object[]> columns) {
    int[] rows = jdbc.batchUpdate(sql, moves.stream().map(columns).toList());
    return IntStream.range(0, rows.length).filter(i -> rows[i] == 1).mapToObj(moves::get).toList();
  }

  /** What the carrier gave for a parcel. */
  record Issue(
      Parcel parcel,
      String waybillNo,
      String routeCode,
      String hub,
      String product,
      Instant at,
      @Nullable Instant departsAt) {}

  /** Returns those that really moved from ISSUED to PRINTED. */
  List<Parcel> printed(List<Parcel> parcels) {
    return moved(PRINTED, parcels, p -> new Object[] {p.id()});
  }

  /** Returns those that were not handed over yet and are now void. */
  List<Parcel> voided(List<Parcel> parcels) {
    return moved(VOIDED, parcels, p -> new Object[] {p.id(), p.status().name()});
  }

  List<Long> unannounced(Collection<String> warehouses, int limit) {
    return jdbc.queryForList(UNANNOUNCED, Long.class, warehouses.toArray(String[]::new), limit);
  }

  /** Whether the first parcel of the consignment was announced and is packed only now. */
  boolean packed(Parcel p) {
    return jdbc.update(
            PACKED,
            p.count(),
            p.packed().carton(),
            p.packed().filler(),
            p.packed().cartonCost(),
            p.packed().fillerCost(),
            p.packed().weightG(),
            p.packed().volumeMm3(),
            SqlTime.of(p.packedAt()),
            p.packedBy(),
            p.consignmentId())
        == 1;
  }

  void freight(long id, BigDecimal freight) {
    jdbc.update(FREIGHT, freight, id);
  }

  boolean calledBack(long id, Instant at) {
    return jdbc.update(CALLED_BACK, SqlTime.of(at), id) == 1;
  }

  void delay(Collection<Long> ids, Instant departsAt) {
    jdbc.batchUpdate(
        DELAY, ids.stream().map(id -> new Object[] {SqlTime.of(departsAt), id}).toList());
  }

  void handedOver(Map<Long, Long> manifestByParcel, Instant at) {
    jdbc.batchUpdate(
        HANDED,
        manifestByParcel.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> new Object[] {SqlTime.of(at), e.getValue(), e.getKey()})
            .toList());
  }

  /** A collection by one carrier at one warehouse. */
  record Run(String warehouse, String carrier, Instant departsAt) {}

  /** The manifest of a collection, opened by whoever comes first. */
  long manifest(Run run, long freshId) {
    jdbc.update(MANIFEST, freshId, run.warehouse, run.carrier, SqlTime.of(run.departsAt));
    Long id =
        jdbc.queryForObject(
            MANIFEST_ID, Long.class, run.warehouse, run.carrier, SqlTime.of(run.departsAt));
    return id == null ? freshId : id;
  }

  void countManifest(long id, int parcels, int weightG) {
    jdbc.update(MANIFEST_COUNT, parcels, weightG, id);
  }

  List<Manifests.Manifest> newestManifests(int limit) {
    return jdbc.query(
        NEWEST_MANIFESTS,
        (row, i) ->
            new Manifests.Manifest(
                row.getLong("id"),
                row.getString("warehouse"),
                row.getString("carrier"),
                SqlTime.read(row, "departs_at"),
                row.getInt("parcels"),
                row.getLong("weight_g")),
        limit);
  }

  Map<String, Integer> handedSince(Instant since) {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.query(
        HANDED_SINCE,
        row -> {
          counts.put(row.getString("carrier"), row.getInt("n"));
        },
        SqlTime.of(since));
    return new java.util.TreeMap<>(counts);
  }

  private static Parcel parcel(ResultSet row) throws SQLException {
    String waybillNo = row.getString("waybill_no");
    return new Parcel(
        row.getLong("id"),
        row.getLong("consignment_id"),
        row.getInt("seq"),
        row.getInt("parcels"),
        row.getString("warehouse"),
        new PackedParcel(
            row.getString("carton"),
            row.getString("filler"),
            row.getBigDecimal("carton_cost"),
            row.getBigDecimal("filler_cost"),
            row.getInt("weight_g"),
            row.getLong("volume_mm3")),
        SqlTime.read(row, "packed_at"),
        row.getString("packed_by"),
        WaybillStatus.valueOf(row.getString("waybill_status")),
        row.getString("carrier"),
        waybillNo == null ? "" : waybillNo,
        row.getString("route_code"),
        row.getString("hub"),
        row.getString("product"),
        row.getBigDecimal("freight"),
        SqlTime.readNullable(row, "issued_at"),
        SqlTime.readNullable(row, "departs_at"),
        SqlTime.readNullable(row, "handed_over_at"),
        row.getObject("manifest_id", Long.class));
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  static List<Long> ids(Collection<Parcel> parcels) {
    List<Long> ids = new ArrayList<>();
    parcels.forEach(p -> ids.add(p.id()));
    return ids;
  }
}
