package dev.ordo.shipping;

import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierAnswer;
import dev.ordo.carrier.CarrierCall;
import dev.ordo.carrier.CarrierUnreachable;
import dev.ordo.carrier.CarrierWire;
import dev.ordo.carrier.Carriers;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.order.Milestones;
import dev.ordo.order.Orders;
import dev.ordo.shared.BusinessClock;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stage {@code waybill}: confirms the carrier at measured weight, asks it for a waybill between two
 * transactions and keeps what it gave. The parcel's id is the idempotency key.
 */
@Service
public class Waybills {
  private final ParcelRows rows;
  private final Consignments consignments;
  private final CarrierConfirmation confirmation;
  private final Carriers carriers;
  private final CarrierWire wire;
  private final WaybillRequests requests;
  private final WaybillIssues issues;
  private final Orders orders;
  private final Sites sites;
  private final Milestones milestones;
  private final BusinessClock clock;
  private final TransactionOperations transactions;

  Waybills(
      ParcelRows rows,
      Consignments consignments,
      CarrierConfirmation confirmation,
      Carriers carriers,
      CarrierWire wire,
      WaybillRequests requests,
      WaybillIssues issues,
      Orders orders,
      Sites sites,
      Milestones milestones,
      BusinessClock clock,
      TransactionOperations transactions) {
    this.rows = rows;
    this.consignments = consignments;
    this.confirmation = confirmation;
    this.carriers = carriers;
    this.wire = wire;
    this.requests = requests;
    this.issues = issues;
    this.orders = orders;
    this.sites = sites;
    this.milestones = milestones;
    this.clock = clock;
    this.transactions = transactions;
  }

  /**
   * Gets waybills for every claimed parcel; runs under the claim's lease, outside a transaction.
   *
   * @param ids parcels in NONE or REQUESTED
   * @throws WaybillFailed after everything else was stored, if a parcel got none
   */
  public void request(List<Long> ids) {
    transactions.executeWithoutResult(status -> confirm(ids));
    List<CarrierCall.RequestWaybill> calls =
        Objects.requireNonNull(transactions.execute(status -> calls(ids)));
    List<WaybillIssues.Answered> answers = ask(calls);
    transactions.executeWithoutResult(status -> issues.store(answers));
    answers.stream()
        .filter(a -> !(a.answer() instanceof CarrierAnswer.Issued))
        .findFirst()
        .ifPresent(
            a -> {
              throw new WaybillFailed("No waybill for (%s): %s".formatted(a.orderNo(), a.answer()));
            });
    refuseUncarried(ids);
  }

  private void confirm(List<Long> ids) {
    List<Parcel> waiting =
        rows.load(ids).stream().filter(p -> p.status() == WaybillStatus.NONE).toList();
    Set<Long> owners = waiting.stream().map(Parcel::consignmentId).collect(Collectors.toSet());
    Map<Long, List<Parcel>> all =
        rows.ofConsignmentsForUpdate(owners).stream()
            .collect(Collectors.groupingBy(Parcel::consignmentId));
    List<Consignment> packed =
        consignments.load(owners).stream()
            .filter(c -> isReady(c, all.getOrDefault(c.id(), List.of())))
            .toList();
    Map<Long, String> carrierOf = confirmation.confirm(packed, all);
    Instant now = clock.now();
    milestones.record(
        rows.requested(confirmation.requests(packed, all, carrierOf)).stream()
            .map(
                r -> Parcels.moved(r.parcel(), WaybillStatus.REQUESTED, now, "system", r.carrier()))
            .toList());
  }

  /** Packed, or announced to the carrier before it is. */
  private static boolean isReady(Consignment consignment, List<Parcel> parcels) {
    return consignment.status() == ConsignmentStatus.PACKED
        || (consignment.status().isHere() && parcels.stream().anyMatch(p -> !p.isPacked()));
  }

  private List<CarrierCall.RequestWaybill> calls(List<Long> ids) {
    List<Parcel> requested =
        rows.load(ids).stream().filter(p -> p.status() == WaybillStatus.REQUESTED).toList();
    Map<Long, Consignment> owners =
        byId(requested.stream().map(Parcel::consignmentId).distinct().toList());
    Map<Long, Orders.Revealed> receivers =
        orders.reveal(owners.values().stream().map(Consignment::receiverOrderId).toList());
    Map<String, Carrier> carrierByCode =
        carriers.all().stream().collect(Collectors.toMap(Carrier::code, Function.identity()));
    Map<String, Warehouse> warehouses =
        sites.warehouses().stream().collect(Collectors.toMap(Warehouse::code, Function.identity()));
    List<CarrierCall.RequestWaybill> calls = new ArrayList<>();
    for (Parcel parcel : requested) {
      Consignment owner = Objects.requireNonNull(owners.get(parcel.consignmentId()));
      calls.add(
          requests.of(
              parcel,
              owner,
              Objects.requireNonNull(carrierByCode.get(parcel.carrier())),
              Objects.requireNonNull(warehouses.get(parcel.warehouse())),
              Objects.requireNonNull(receivers.get(owner.receiverOrderId()))));
    }
    return calls;
  }

  private Map<Long, Consignment> byId(Collection<Long> ids) {
    return consignments.load(ids).stream()
        .collect(Collectors.toMap(Consignment::id, Function.identity()));
  }

  /** All at once: a slow carrier does not hold up the others. */
  private List<WaybillIssues.Answered> ask(List<CarrierCall.RequestWaybill> calls) {
    List<Future<WaybillIssues.Answered>> asked = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      calls.forEach(call -> asked.add(pool.submit(() -> ask(call))));
    }
    return asked.stream().map(Future::resultNow).toList();
  }

  private WaybillIssues.Answered ask(CarrierCall.RequestWaybill call) {
    try {
      CarrierAnswer answer = wire.call(call);
      if (answer instanceof CarrierAnswer.Declined declined && declined.again()) {
        answer = wire.call(new CarrierCall.FindWaybill(call.carrier(), call.orderNo()));
      }
      return new WaybillIssues.Answered(call.orderNo(), answer);
    } catch (CarrierUnreachable e) {
      return new WaybillIssues.Answered(
          call.orderNo(),
          new CarrierAnswer.Declined("UNREACHABLE", String.valueOf(e.getMessage()), false, true));
    }
  }

  private void refuseUncarried(List<Long> ids) {
    Set<Long> uncarried = new HashSet<>();
    rows.load(ids).stream()
        .filter(p -> p.status() == WaybillStatus.NONE)
        .forEach(p -> uncarried.add(p.consignmentId()));
    if (!uncarried.isEmpty()) {
      throw new WaybillFailed("Nobody carries the consignments %s yet.".formatted(uncarried));
    }
  }
}
