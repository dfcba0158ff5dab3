package dev.ordo.shipping;

import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.Carriers;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Stages;
import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.site.WarehouseSettings.DeductAt;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps the waybills carriers gave; with the last one of a consignment its stock may leave. */
@Component
class WaybillIssues {
  /** What a carrier said about one parcel. */
  record Answered(String orderNo, CarrierAnswer answer) {}

  private final ParcelRows rows;
  private final Parcels parcels;
  private final Consignments consignments;
  private final Carriers carriers;
  private final Sites sites;
  private final StockLeaving leaving;
  private final Milestones milestones;
  private final Tasks tasks;
  private final Stages stages;
  private final Departures departures;
  private final BusinessClock clock;

  WaybillIssues(
      ParcelRows rows,
      Parcels parcels,
      Consignments consignments,
      Carriers carriers,
      Sites sites,
      StockLeaving leaving,
      Milestones milestones,
      Tasks tasks,
      Stages stages,
      Departures departures,
      BusinessClock clock) {
    this.rows = rows;
    this.parcels = parcels;
    this.consignments = consignments;
    this.carriers = carriers;
    this.sites = sites;
    this.leaving = leaving;
    this.milestones = milestones;
    this.tasks = tasks;
    this.stages = stages;
    this.departures = departures;
    this.clock = clock;
  }

  /** Runs in a transaction. */
  void store(List<Answered> answers) {
    Map<Long, CarrierAnswer.Issued> issued = new TreeMap<>();
    for (Answered answered : answers) {
      if (answered.answer() instanceof CarrierAnswer.Issued i && !i.waybillNo().isEmpty()) {
        issued.put(Ids.parse(answered.orderNo()), i);
      }
    }
    Set<Long> owners =
        rows.load(issued.keySet()).stream()
            .map(Parcel::consignmentId)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Parcel> siblings = rows.ofConsignmentsForUpdate(owners);
    List<Parcel> answered = siblings.stream().filter(p -> issued.containsKey(p.id())).toList();
    List<ParcelRows.Issue> stored = rows.issued(issues(answered, issued));
    milestones.record(stored.stream().map(WaybillIssues::evidence).toList());
    answered.stream()
        .filter(p -> p.status() == WaybillStatus.VOIDED)
        .forEach(p -> parcels.giveBack(p.id(), p.carrier(), given(issued, p).waybillNo()));
    deduct(complete(siblings, stored.stream().map(ParcelRows.Issue::parcel).toList()));
    stages.wake("hand-over");
  }

  private static CarrierAnswer.Issued given(Map<Long, CarrierAnswer.Issued> issued, Parcel parcel) {
    return Objects.requireNonNull(issued.get(parcel.id()));
  }

  private List<ParcelRows.Issue> issues(
      List<Parcel> answered, Map<Long, CarrierAnswer.Issued> issued) {
    Instant now = clock.now();
    Map<String, Carrier> carrierByCode =
        carriers.all().stream().collect(Collectors.toMap(Carrier::code, c -> c));
    Map<String, ZoneId> zones =
        sites.warehouses().stream().collect(Collectors.toMap(Warehouse::code, Warehouse::zone));
    List<ParcelRows.Issue> issues = new ArrayList<>();
    for (Parcel parcel : answered) {
      CarrierAnswer.Issued given = given(issued, parcel);
      Carrier carrier = carrierByCode.get(parcel.carrier());
      ZoneId zone = Objects.requireNonNull(zones.get(parcel.warehouse()));
      issues.add(
          new ParcelRows.Issue(
              parcel,
              given.waybillNo(),
              given.routeCode(),
              given.hub(),
              given.product(),
              now,
              parcel.isPacked() ? departures.next(carrier, zone, now) : null));
    }
    return issues;
  }

  private static Milestone evidence(ParcelRows.Issue issue) {
    String detail = issue.parcel().carrier() + " " + issue.waybillNo();
    return Parcels.moved(issue.parcel(), WaybillStatus.ISSUED, issue.at(), "system", detail);
  }

  /** Consignments whose last missing waybill came just now. */
  private static Set<Long> complete(List<Parcel> siblings, List<Parcel> stored) {
    Set<Long> fresh = stored.stream().map(Parcel::id).collect(Collectors.toSet());
    Set<Long> complete = stored.stream().map(Parcel::consignmentId).collect(Collectors.toSet());
    siblings.stream()
        .filter(p -> !fresh.contains(p.id()))
        .filter(p -> p.status() == WaybillStatus.NONE || p.status() == WaybillStatus.REQUESTED)
        .forEach(p -> complete.remove(p.consignmentId()));
    return complete;
  }

  private void deduct(Collection<Long> complete) {
    leaving.at(
        DeductAt.WAYBILL,
        consignments.load(complete).stream()
            .filter(c -> c.status() == ConsignmentStatus.PACKED)
            .toList());
    tasks.closeAll(complete.stream().map(id -> "no-carrier:" + id).toList(), "waybill issued");
  }
}
