package dev.ordo.shipping;

import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.Carriers;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.inventory.Deduction;
import dev.ordo.inventory.Demand;
import dev.ordo.inventory.Place;
import dev.ordo.inventory.Stock;
import dev.ordo.journey.Stages;
import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.site.Sites;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps the waybills carriers gave; with the last one of a consignment its stock is deducted. */
@Component
class WaybillIssues {
  /** What a carrier said about one parcel. */
  record Answered(String orderNo, CarrierAnswer answer) {}

  private final ParcelRows rows;
  private final Parcels parcels;
  private final Consignments consignments;
  private final Carriers carriers;
  private final Sites sites;
  private final Stock stock;
  private final Milestones milestones;
  private final Tasks tasks;
  private final Stages stages;
  private final ShippingSettings settings;
  private final BusinessClock clock;

  WaybillIssues(
      ParcelRows rows,
      Parcels parcels,
      Consignments consignments,
      Carriers carriers,
      Sites sites,
      Stock stock,
      Milestones milestones,
      Tasks tasks,
      Stages stages,
      ShippingSettings settings,
      BusinessClock clock) {
    this.rows = rows;
    this.parcels = parcels;
    this.consignments = consignments;
    this.carriers = carriers;
    this.sites = sites;
    this.stock = stock;
    this.milestones = milestones;
    this.tasks = tasks;
    this.stages = stages;
    this.settings = settings;
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
    List<Parcel> stored = issue(siblings, issued);
    milestones.record(evidence(stored, issued));
    deduct(complete(siblings, stored));
    stages.wake("hand-over");
  }

  private List<Parcel> issue(List<Parcel> siblings, Map<Long, CarrierAnswer.Issued> issued) {
    Instant now = clock.now();
    Map<String, Carrier> carrierByCode =
        carriers.all().stream().collect(Collectors.toMap(Carrier::code, c -> c));
    List<Parcel> stored = new ArrayList<>();
    for (Parcel parcel : siblings) {
      CarrierAnswer.Issued given = issued.get(parcel.id());
      if (given == null) {
        continue;
      }
      Instant departs = departure(parcel, carrierByCode.get(parcel.carrier()), now);
      if (rows.issued(
          parcel.id(),
          new ParcelRows.Issue(
              given.waybillNo(), given.routeCode(), given.hub(), given.product(), now, departs))) {
        stored.add(parcel);
      } else if (parcel.status() == WaybillStatus.VOIDED) {
        parcels.giveBack(parcel.id(), parcel.carrier(), given.waybillNo());
      }
    }
    return stored;
  }

  /** The next regular collection, or the carrier's cut-off if that is sooner. */
  private Instant departure(
      Parcel parcel, @org.jspecify.annotations.Nullable Carrier carrier, Instant now) {
    long every = settings.pickupEvery().toMillis();
    Instant collected = Instant.ofEpochMilli(Math.ceilDiv(now.toEpochMilli() + 1, every) * every);
    if (carrier == null) {
      return collected;
    }
    ZoneId zone = sites.warehouse(parcel.warehouse()).zone();
    Instant cutoff = carrier.departure(now, zone);
    return cutoff.isBefore(collected) ? cutoff : collected;
  }

  private List<Milestone> evidence(List<Parcel> stored, Map<Long, CarrierAnswer.Issued> issued) {
    Instant now = clock.now();
    return stored.stream()
        .map(
            p -> {
              CarrierAnswer.Issued given = issued.get(p.id());
              String detail = p.carrier() + (given == null ? "" : " " + given.waybillNo());
              return Parcels.moved(p, WaybillStatus.ISSUED, now, "system", detail);
            })
        .toList();
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
    List<String> answered = new ArrayList<>();
    for (Consignment consignment : consignments.load(complete)) {
      answered.add("no-carrier:" + consignment.id());
      if (consignment.status() == ConsignmentStatus.PACKED) {
        stock.deduct(
            consignment.lines().stream().map(l -> deduction(consignment, l)).toList(),
            "CONSIGNMENT",
            Ids.text(consignment.id()));
      }
    }
    tasks.closeAll(answered, "waybill issued");
  }

  private static Deduction deduction(Consignment consignment, Consignment.Line line) {
    return new Deduction(
        Demand.consignmentLine(line.id()),
        line.places().stream()
            .map(
                s ->
                    new Place(
                        consignment.warehouse(), s.location(), line.sku(), s.batch(), s.qty()))
            .toList());
  }
}
