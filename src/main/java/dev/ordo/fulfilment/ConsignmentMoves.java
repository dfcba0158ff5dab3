package dev.ordo.fulfilment;

import static java.util.stream.Collectors.groupingBy;

import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.IllegalMove;
import dev.ordo.shared.SqlTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Moves consignments along their table, each UPDATE guarded by the status it was read in. */
@Repository
class ConsignmentMoves {
  private static final String STATUS =
      "SELECT id, status FROM consignment WHERE id = ANY(?) ORDER BY id FOR UPDATE";
  private static final String MOVE =
      """
      UPDATE consignment SET status = ?, retry_at = NULL, attempts = 0,
             allocated_at = COALESCE(allocated_at, ?)
       WHERE id = ANY(?) AND status = ?\
      """;
  private static final String ALLOCATE =
      """
      UPDATE consignment SET status = 'ALLOCATED', retry_at = NULL, attempts = 0, carrier = ?,
             cutoff_at = ?, allocated_at = COALESCE(allocated_at, ?)
       WHERE id = ANY(?) AND status = 'PLANNED'\
      """;
  private static final String JOIN =
      "UPDATE consignment SET wave_id = ?, pick_method = ? WHERE id = ? AND status = 'WAVED'";
  private static final String LEAVE =
      "UPDATE consignment SET wave_id = NULL, pick_method = '' WHERE id = ?";
  private static final String CARRIER =
      "UPDATE consignment SET carrier = ?, cutoff_at = ? WHERE id = ANY(?)";

  private static final Consignments.CarrierChosen NO_CARRIER =
      new Consignments.CarrierChosen("", null);

  private final JdbcTemplate jdbc;
  private final Milestones milestones;
  private final BusinessClock clock;

  ConsignmentMoves(JdbcTemplate jdbc, Milestones milestones, BusinessClock clock) {
    this.jdbc = jdbc;
    this.milestones = milestones;
    this.clock = clock;
  }

  List<Long> move(
      Collection<Long> ids,
      ConsignmentStatus to,
      String actor,
      @Nullable Long decision,
      String detail) {
    Instant now = clock.now();
    Map<ConsignmentStatus, List<Long>> leaving = new TreeMap<>();
    List<Milestone> evidence = new ArrayList<>();
    statusForUpdate(ids)
        .forEach(
            (id, from) -> {
              if (ConsignmentStatus.MOVES.allowed(from, to)) {
                leaving.computeIfAbsent(from, f -> new ArrayList<>()).add(id);
                evidence.add(
                    new Milestone(
                        Milestone.Subject.CONSIGNMENT,
                        id,
                        now,
                        to.name(),
                        from.name(),
                        to.name(),
                        actor,
                        decision,
                        detail));
              }
            });
    Timestamp allocatedAt = to == ConsignmentStatus.ALLOCATED ? SqlTime.of(now) : null;
    leaving.forEach(
        (from, of) ->
            jdbc.update(MOVE, to.name(), allocatedAt, of.toArray(Long[]::new), from.name()));
    milestones.record(evidence);
    return evidence.stream().map(Milestone::subjectId).toList();
  }

  /** Rows are locked by the stage's claim. */
  void allocated(Collection<Long> ids, Map<Long, Consignments.CarrierChosen> carrierById) {
    Instant now = clock.now();
    Map<Consignments.CarrierChosen, List<Long>> alike =
        ids.stream().collect(groupingBy(id -> carrierById.getOrDefault(id, NO_CARRIER)));
    int moved =
        alike.entrySet().stream().mapToInt(e -> allocate(e.getKey(), e.getValue(), now)).sum();
    if (moved != ids.size()) {
      throw new IllegalMove("A consignment of (%s) left PLANNED while allocated.".formatted(ids));
    }
    milestones.record(
        ids.stream()
            .map(
                id ->
                    Milestone.moved(
                        Milestone.Subject.CONSIGNMENT,
                        id,
                        now,
                        ConsignmentStatus.PLANNED,
                        ConsignmentStatus.ALLOCATED,
                        null))
            .toList());
  }

  private int allocate(Consignments.CarrierChosen how, List<Long> ids, Instant now) {
    return jdbc.update(
        ALLOCATE,
        how.carrier(),
        SqlTime.ofNullable(how.cutoffAt()),
        SqlTime.of(now),
        ids.toArray(Long[]::new));
  }

  List<Long> joinWave(long waveId, Map<Long, String> methodById) {
    List<Long> joined =
        move(
            methodById.keySet(),
            ConsignmentStatus.WAVED,
            "system",
            null,
            "WAVE " + Ids.text(waveId));
    jdbc.batchUpdate(
        JOIN, joined.stream().map(id -> new Object[] {waveId, methodById.get(id), id}).toList());
    return joined;
  }

  List<Long> changeWave(long waveId, Collection<Long> ids, String actor) {
    Instant now = clock.now();
    List<Long> changed =
        statusForUpdate(ids).entrySet().stream()
            .filter(e -> e.getValue() == ConsignmentStatus.WAVED)
            .map(Map.Entry::getKey)
            .toList();
    jdbc.update(
        "UPDATE consignment SET wave_id = ? WHERE id = ANY(?) AND status = 'WAVED'",
        waveId,
        changed.toArray(Long[]::new));
    milestones.record(
        changed.stream()
            .map(
                id ->
                    new Milestone(
                        Milestone.Subject.CONSIGNMENT,
                        id,
                        now,
                        "WAVE_CHANGED",
                        "",
                        "",
                        actor,
                        null,
                        "WAVE " + Ids.text(waveId)))
            .toList());
    return changed;
  }

  void leaveWave(Collection<Long> ids, String why) {
    List<Long> left = move(ids, ConsignmentStatus.ALLOCATED, "system", null, why);
    jdbc.batchUpdate(LEAVE, left.stream().map(id -> new Object[] {id}).toList());
  }

  void chooseCarrier(Map<Long, Consignments.CarrierChosen> carrierById) {
    Map<Consignments.CarrierChosen, List<Long>> alike =
        carrierById.keySet().stream().collect(groupingBy(carrierById::get));
    alike.forEach(
        (how, ids) ->
            jdbc.update(
                CARRIER,
                how.carrier(),
                SqlTime.ofNullable(how.cutoffAt()),
                ids.toArray(Long[]::new)));
  }

  void lock(Collection<Long> ids) {
    statusForUpdate(ids);
  }

  private Map<Long, ConsignmentStatus> statusForUpdate(Collection<Long> ids) {
    Map<Long, ConsignmentStatus> status = new TreeMap<>();
    if (!ids.isEmpty()) {
      jdbc.query(
          STATUS,
          row -> {
            status.put(row.getLong("id"), ConsignmentStatus.valueOf(row.getString("status")));
          },
          (Object) ids.stream().distinct().toArray(Long[]::new));
    }
    return status;
  }
}
