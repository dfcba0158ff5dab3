package dev.ordo.fulfilment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to consignments. Writes run in the caller's transaction and leave milestones. */
@Service
public class Consignments {
  private final ConsignmentRows rows;
  private final ConsignmentMoves moves;

  Consignments(ConsignmentRows rows, ConsignmentMoves moves) {
    this.rows = rows;
    this.moves = moves;
  }

  /** Whole consignments with lines and places in id order; unknown ids are absent. */
  public List<Consignment> load(Collection<Long> ids) {
    return rows.load(ids);
  }

  public Optional<Consignment> find(long id) {
    return rows.load(List.of(id)).stream().findFirst();
  }

  /** Consignments that carry units of an order, withdrawn ones too, oldest first. */
  public List<Consignment> ofOrder(long orderId) {
    return rows.load(rows.idsOfOrder(orderId));
  }

  /** Consignments that carry units of any of these orders now, in one go. */
  public List<Consignment> ofOrders(Collection<Long> orderIds) {
    return rows.load(rows.idsOfOrders(orderIds));
  }

  public List<Consignment> ofWave(long waveId) {
    return rows.load(rows.idsOfWave(waveId));
  }

  /**
   * The newest consignments, for lists.
   *
   * @param status only this status, null for all
   * @param before only ids below this one: the cursor of the next page
   */
  public List<Consignment> newest(
      @Nullable ConsignmentStatus status, Collection<String> warehouses, long before, int limit) {
    return rows.load(rows.newest(status, warehouses, before, limit)).reversed();
  }

  /** What waits for a wave in a warehouse, no more than so many: those promised first. */
  public List<Consignment> mostUrgent(String warehouse, int limit) {
    return rows.load(rows.mostUrgent(warehouse, limit));
  }

  /** As {@link #ofOrder}, with their rows locked until the transaction ends. */
  public List<Consignment> lockOfOrder(long orderId) {
    return lock(rows.idsOfOrder(orderId));
  }

  /** As {@link #load}, with their rows locked until the transaction ends. */
  public List<Consignment> lock(Collection<Long> ids) {
    moves.lock(ids);
    return rows.load(ids);
  }

  /** How many consignments stand in each status. */
  public Map<ConsignmentStatus, Integer> countByStatus() {
    return rows.countByStatus();
  }

  /**
   * What waits for a wave in a warehouse.
   *
   * @param count consignments in ALLOCATED
   * @param oldest when the first of them was allocated
   * @param firstCutoff when the first carrier leaves, null if none is known
   * @param units pieces over all of them
   * @param firstPromise the earliest promised dispatch
   */
  public record Waiting(
      String warehouse,
      int count,
      Instant oldest,
      @Nullable Instant firstCutoff,
      int units,
      Instant firstPromise) {}

  /**
   * The pool each warehouse's next wave is made from; warehouses without one are absent.
   *
   * @param due machine time until which a consignment that failed must have waited
   */
  public List<Waiting> waiting(Instant due) {
    return rows.waiting(due);
  }

  /**
   * Ids that the next wave of a warehouse takes, promised first first; rows are locked.
   *
   * @param due machine time until which a consignment that failed must have waited
   */
  public List<Long> claimForWave(String warehouse, int max, Instant due) {
    return rows.claimForWave(warehouse, max, due);
  }

  /**
   * Ids that could join a wave of a warehouse, promised first first; rows are locked.
   *
   * @param before their cut-off, or promise where there is none, is earlier than this
   * @param due machine time until which a consignment that failed must have waited
   */
  public List<Long> claimForTopUp(String warehouse, Instant before, int max, Instant due) {
    return rows.claimForTopUp(warehouse, before, max, due);
  }

  /**
   * Moves along the table with a milestone each.
   *
   * @return ids that really moved; the others were not in a status the table allows
   */
  public List<Long> move(
      Collection<Long> ids,
      ConsignmentStatus to,
      String actor,
      @Nullable Long decision,
      String detail) {
    return moves.move(ids, to, actor, decision, detail);
  }

  /** PLANNED → ALLOCATED with the provisional carrier of those that found one. */
  public void allocated(Collection<Long> ids, Map<Long, CarrierChosen> carrierById) {
    moves.allocated(ids, carrierById);
  }

  /** ALLOCATED → WAVED into a wave, with the pick method of each. */
  public List<Long> joinWave(long waveId, Map<Long, String> methodById) {
    return moves.joinWave(waveId, methodById);
  }

  /**
   * From their wave into another one, still WAVED.
   *
   * @return ids that really changed
   */
  public List<Long> changeWave(long waveId, Collection<Long> ids, String actor) {
    return moves.changeWave(waveId, ids, actor);
  }

  /** Out of its wave, back to ALLOCATED. */
  public void leaveWave(Collection<Long> ids, String why) {
    moves.leaveWave(ids, why);
  }

  /** The carrier that was chosen, provisional or confirmed. */
  public record CarrierChosen(String carrier, @Nullable Instant cutoffAt) {}

  public void chooseCarrier(Map<Long, CarrierChosen> carrierById) {
    moves.chooseCarrier(carrierById);
  }
}
