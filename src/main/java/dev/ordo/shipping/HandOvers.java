package dev.ordo.shipping;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Outbox;
import dev.ordo.order.Milestone;
import dev.ordo.order.Milestones;
import dev.ordo.order.Orders;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.site.WarehouseSettings.DeductAt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Stage {@code hand-over}: parcels whose carrier is due go onto its manifest and leave the house.
 */
@Service
public class HandOvers {
  private static final Duration LATER = Duration.ofMinutes(10);

  private final ParcelRows rows;
  private final Consignments consignments;
  private final Orders orders;
  private final StockLeaving leaving;
  private final Milestones milestones;
  private final Outbox outbox;
  private final Ids ids;
  private final BusinessClock clock;

  HandOvers(
      ParcelRows rows,
      Consignments consignments,
      Orders orders,
      StockLeaving leaving,
      Milestones milestones,
      Outbox outbox,
      Ids ids,
      BusinessClock clock) {
    this.rows = rows;
    this.consignments = consignments;
    this.orders = orders;
    this.leaving = leaving;
    this.milestones = milestones;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Hands over the consignments of the claimed parcels; runs in the claim's transaction. A
   * consignment goes as a whole: where a sibling has no waybill yet, its parcels wait.
   */
  public void handOver(List<Long> claimed) {
    Instant now = clock.now();
    Set<Long> owners =
        rows.load(claimed).stream()
            .map(Parcel::consignmentId)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<Long, List<Parcel>> parcels =
        rows.ofConsignmentsForUpdate(owners).stream()
            .filter(p -> p.status() != WaybillStatus.VOIDED && p.handedOverAt() == null)
            .collect(
                Collectors.groupingBy(Parcel::consignmentId, TreeMap::new, Collectors.toList()));
    List<Long> moved =
        consignments.move(
            parcels.keySet().stream().filter(id -> ready(parcels.get(id))).toList(),
            ConsignmentStatus.HANDED_OVER,
            "system",
            null,
            "");
    List<Parcel> left = new ArrayList<>();
    moved.forEach(id -> left.addAll(parcels.getOrDefault(id, List.of())));
    leave(left, now);
    tell(moved, parcels, now);
    List<Long> waiting = new ArrayList<>(claimed);
    waiting.removeAll(ParcelRows.ids(left));
    rows.delay(waiting, now.plus(LATER));
  }

  private static boolean ready(@org.jspecify.annotations.Nullable List<Parcel> siblings) {
    return siblings != null && siblings.stream().allMatch(p -> p.status().isLive());
  }

  private void leave(List<Parcel> parcels, Instant now) {
    Map<ParcelRows.Run, List<Parcel>> runs =
        parcels.stream().collect(Collectors.groupingBy(HandOvers::run));
    Map<Long, Long> manifestByParcel = new HashMap<>();
    runs.forEach(
        (run, boxes) -> {
          long manifest = rows.manifest(run, ids.next());
          rows.countManifest(
              manifest, boxes.size(), boxes.stream().mapToInt(Parcel::weightG).sum());
          boxes.forEach(p -> manifestByParcel.put(p.id(), manifest));
        });
    rows.handedOver(manifestByParcel, now);
    milestones.record(parcels.stream().map(p -> evidence(p, now)).toList());
  }

  private static ParcelRows.Run run(Parcel parcel) {
    return new ParcelRows.Run(
        parcel.warehouse(),
        parcel.carrier(),
        Objects.requireNonNull(parcel.departsAt(), "A parcel with a waybill has a departure."));
  }

  private static Milestone evidence(Parcel parcel, Instant now) {
    return new Milestone(
        Milestone.Subject.PARCEL,
        parcel.id(),
        now,
        "HANDED_OVER",
        "",
        "",
        "system",
        null,
        parcel.carrier() + " " + parcel.waybillNo());
  }

  private void tell(Collection<Long> moved, Map<Long, List<Parcel>> parcels, Instant now) {
    List<Consignment> left = consignments.load(moved);
    Map<Long, Integer> shipped = new TreeMap<>();
    for (Consignment consignment : left) {
      consignment.lines().forEach(l -> shipped.merge(l.orderLineId(), l.qty(), Integer::sum));
    }
    if (!shipped.isEmpty()) {
      orders.shipped(shipped);
    }
    leaving.at(DeductAt.HAND_OVER, left);
    for (Consignment consignment : left) {
      outbox.publish(
          ConsignmentHandedOver.TOPIC,
          "consignment:" + consignment.id(),
          "handed-over:" + consignment.id(),
          payload(consignment, parcels.getOrDefault(consignment.id(), List.of()), now));
    }
  }

  private static ConsignmentHandedOver payload(
      Consignment consignment, List<Parcel> parcels, Instant now) {
    return new ConsignmentHandedOver(
        consignment.id(),
        consignment.warehouse(),
        consignment.mergeScope(),
        consignment.buyerKey(),
        consignment.receiver().key(),
        consignment.receiver().provinceCode(),
        tail(consignment.receiver().phoneMask()),
        parcels.getFirst().carrier(),
        now,
        ordersOf(consignment),
        parcels.stream().map(HandOvers::box).toList());
  }

  private static List<ConsignmentHandedOver.Order> ordersOf(Consignment consignment) {
    Map<Long, List<Consignment.Line>> byOrder =
        consignment.lines().stream()
            .collect(
                Collectors.groupingBy(
                    Consignment.Line::orderId, TreeMap::new, Collectors.toList()));
    return byOrder.values().stream()
        .map(
            lines ->
                new ConsignmentHandedOver.Order(
                    lines.getFirst().orderId(),
                    lines.getFirst().shop(),
                    lines.getFirst().platformNo(),
                    lines.stream().map(HandOvers::line).toList()))
        .toList();
  }

  private static ConsignmentHandedOver.Line line(Consignment.Line line) {
    return new ConsignmentHandedOver.Line(
        line.orderLineId(), line.lineNo(), line.sku(), line.qty(), line.amount());
  }

  private static ConsignmentHandedOver.Box box(Parcel parcel) {
    return new ConsignmentHandedOver.Box(
        parcel.id(),
        parcel.waybillNo(),
        parcel.weightG(),
        parcel.freight(),
        parcel.packed().cartonCost(),
        parcel.packed().fillerCost());
  }

  private static String tail(String phoneMask) {
    String digits = phoneMask.replaceAll(".*[^0-9]", "");
    return digits.length() > 4 ? digits.substring(digits.length() - 4) : digits;
  }
}
