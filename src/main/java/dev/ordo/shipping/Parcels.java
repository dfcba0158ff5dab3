package dev.ordo.shipping;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Outbox;
import dev.ordo.journey.Stages;
import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The door to parcels. Writes run in the caller's transaction and leave milestones. */
@Service
public class Parcels {
  private final ParcelRows rows;
  private final EarlyParcels early;
  private final Consignments consignments;
  private final Milestones milestones;
  private final Outbox outbox;
  private final Stages stages;
  private final Ids ids;
  private final BusinessClock clock;

  Parcels(
      ParcelRows rows,
      EarlyParcels early,
      Consignments consignments,
      Milestones milestones,
      Outbox outbox,
      Stages stages,
      Ids ids,
      BusinessClock clock) {
    this.rows = rows;
    this.early = early;
    this.consignments = consignments;
    this.milestones = milestones;
    this.outbox = outbox;
    this.stages = stages;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Takes the parcels of a consignment from the bench, once; the waybill stage goes on with them.
   *
   * @param actor login of the packer
   * @return ids of the parcels, first parcel first
   */
  public List<Long> packed(long consignmentId, List<PackedParcel> packed, String actor) {
    Consignment consignment =
        consignments
            .find(consignmentId)
            .orElseThrow(
                () -> new Refusal("consignment", consignmentId, "Scan a known consignment."));
    if (packed.isEmpty()) {
      throw new Refusal("parcels", 0, "Pack at least one parcel.");
    }
    List<Parcel> fresh = fresh(consignment, packed, actor, clock.now());
    rows.insert(fresh);
    early.packed(consignment, fresh.getFirst());
    List<Parcel> stored = rows.ofConsignments(List.of(consignmentId));
    stages.wake("waybill");
    return ParcelRows.ids(stored);
  }

  /** One parcel each, as it is expected to be; nobody packed it yet. */
  void announce(List<Consignment> waiting) {
    Instant now = clock.now();
    rows.insert(
        waiting.stream()
            .flatMap(
                c -> {
                  PackedParcel expected =
                      new PackedParcel(
                          "",
                          "",
                          BigDecimal.ZERO,
                          BigDecimal.ZERO,
                          Math.max(1, c.weightG()),
                          c.volumeMm3());
                  return fresh(c, List.of(expected), Parcel.NOBODY, now).stream();
                })
            .toList());
    stages.wake("waybill");
  }

  public Optional<Parcel> find(long id) {
    return rows.load(List.of(id)).stream().findFirst();
  }

  public List<Parcel> load(Collection<Long> parcelIds) {
    return rows.load(parcelIds);
  }

  /** Parcels of consignments in order of their numbers, voided ones too. */
  public List<Parcel> ofConsignments(Collection<Long> consignmentIds) {
    return rows.ofConsignments(consignmentIds);
  }

  /** Parcels by what the carrier calls them; unknown numbers are absent. */
  public List<Parcel> byWaybill(String carrier, Collection<String> waybillNos) {
    return rows.byWaybill(carrier, waybillNos);
  }

  /** Parcels the carriers took since then, by carrier. */
  public Map<String, Integer> handedOverSince(Instant since) {
    return rows.handedSince(since);
  }

  /**
   * Calls the parcels of consignments back before the carrier has them: waybills are voided here
   * and given back to the carrier.
   *
   * @return parcels that were voided
   */
  public int recall(Collection<Long> consignmentIds, String actor, String why) {
    Instant now = clock.now();
    List<Parcel> voided =
        rows.voided(
            rows.ofConsignmentsForUpdate(consignmentIds).stream()
                .filter(p -> p.status() != WaybillStatus.VOIDED)
                .toList());
    voided.stream()
        .filter(p -> p.status().isLive())
        .forEach(p -> giveBack(p.id(), p.carrier(), p.waybillNo()));
    milestones.record(
        voided.stream().map(p -> moved(p, WaybillStatus.VOIDED, now, actor, why)).toList());
    return voided.size();
  }

  void lock(Collection<Long> consignmentIds) {
    rows.ofConsignmentsForUpdate(consignmentIds);
  }

  /** Asks the carriers to bring parcels back that they have; each once. */
  void callBack(Collection<Long> consignmentIds, String actor) {
    Instant now = clock.now();
    List<Milestone> evidence = new ArrayList<>();
    for (Parcel parcel : rows.ofConsignmentsForUpdate(consignmentIds)) {
      if (parcel.handedOverAt() != null && rows.calledBack(parcel.id(), now)) {
        evidence.add(noted(parcel.id(), "CALL_BACK_ASKED", now, actor, parcel.waybillNo()));
        outbox.publish(
            CallBacks.TOPIC,
            "waybill:" + parcel.id(),
            "call-back:" + parcel.waybillNo(),
            new CallBacks.Wanted(parcel.id(), parcel.carrier(), parcel.waybillNo()));
      }
    }
    milestones.record(evidence);
  }

  static Milestone noted(long parcelId, String what, Instant at, String actor, String detail) {
    return new Milestone(Milestone.Subject.PARCEL, parcelId, at, what, "", "", actor, null, detail);
  }

  /** Notes that labels were printed. */
  public void printed(Collection<Long> parcelIds, String actor) {
    Instant now = clock.now();
    milestones.record(
        rows.printed(rows.load(parcelIds)).stream()
            .map(p -> moved(p, WaybillStatus.PRINTED, now, actor, ""))
            .toList());
  }

  /** Tells the carrier that a number will not travel. */
  void giveBack(long parcelId, String carrier, String waybillNo) {
    outbox.publish(
        WaybillReturns.TOPIC,
        "waybill:" + parcelId,
        "void:" + waybillNo,
        new WaybillReturns.Void(parcelId, carrier, waybillNo));
  }

  static Milestone moved(Parcel parcel, WaybillStatus to, Instant at, String actor, String detail) {
    return new Milestone(
        Milestone.Subject.PARCEL,
        parcel.id(),
        at,
        "WAYBILL_" + to.name(),
        parcel.status().name(),
        to.name(),
        actor,
        null,
        detail);
  }

  private List<Parcel> fresh(
      Consignment consignment, List<PackedParcel> packed, String actor, Instant now) {
    List<Parcel> fresh = new ArrayList<>();
    for (PackedParcel box : packed) {
      fresh.add(
          new Parcel(
              ids.next(),
              consignment.id(),
              fresh.size() + 1,
              packed.size(),
              consignment.warehouse(),
              box,
              now,
              actor,
              WaybillStatus.NONE,
              "",
              "",
              "",
              "",
              "",
              BigDecimal.ZERO,
              null,
              null,
              null,
              null));
    }
    return fresh;
  }
}
