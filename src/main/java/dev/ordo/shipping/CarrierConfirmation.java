package dev.ordo.shipping;

import dev.ordo.access.Role;
import dev.ordo.carrier.CarrierChoice;
import dev.ordo.carrier.CarrierDemand;
import dev.ordo.carrier.Carriers;
import dev.ordo.desk.NewTask;
import dev.ordo.desk.Tasks;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Confirms the carrier at measured weight; where nobody carries, a person is asked. */
@Component
class CarrierConfirmation {
  private static final Duration TASK_TIME = Duration.ofHours(4);

  private final Carriers carriers;
  private final Consignments consignments;
  private final Tasks tasks;
  private final BusinessClock clock;

  CarrierConfirmation(
      Carriers carriers, Consignments consignments, Tasks tasks, BusinessClock clock) {
    this.carriers = carriers;
    this.consignments = consignments;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Decides, records and stores; runs in a transaction.
   *
   * @param parcels all parcels of each consignment
   * @return carrier code by consignment; consignments nobody carries are absent
   */
  Map<Long, String> confirm(Collection<Consignment> packed, Map<Long, List<Parcel>> parcels) {
    List<CarrierChoice> choices =
        carriers.choose(
            packed.stream().map(c -> demand(c, parcels.getOrDefault(c.id(), List.of()))).toList());
    carriers.record(choices);
    Map<Long, Consignments.CarrierChosen> chosen = new HashMap<>();
    Map<Long, String> codes = new HashMap<>();
    List<NewTask> nobody = new ArrayList<>();
    for (CarrierChoice choice : choices) {
      switch (choice) {
        case CarrierChoice.Chosen c -> {
          long id = c.demand().consignmentId();
          chosen.put(id, new Consignments.CarrierChosen(c.carrier().code(), c.departsAt()));
          codes.put(id, c.carrier().code());
        }
        case CarrierChoice.NoCarrier none ->
            nobody.add(task(none.demand().consignmentId(), packed));
      }
    }
    tasks.openAll(nobody);
    consignments.chooseCarrier(chosen);
    return codes;
  }

  /**
   * Expected freight of parcels with their confirmed carriers.
   *
   * @param carrierOf carrier code by consignment
   * @return what to write for each parcel of a consignment that has a carrier
   */
  List<ParcelRows.Request> requests(
      Collection<Consignment> packed,
      Map<Long, List<Parcel>> parcels,
      Map<Long, String> carrierOf) {
    Map<Parcel, Carriers.Load> loads = new LinkedHashMap<>();
    for (Consignment consignment : packed) {
      String carrier = carrierOf.get(consignment.id());
      if (carrier != null) {
        parcels
            .getOrDefault(consignment.id(), List.of())
            .forEach(parcel -> loads.put(parcel, load(parcel, consignment, carrier)));
      }
    }
    Map<Carriers.Load, BigDecimal> freights = carriers.freights(loads.values());
    List<ParcelRows.Request> requests = new ArrayList<>();
    loads.forEach(
        (parcel, load) ->
            requests.add(
                new ParcelRows.Request(
                    parcel, load.carrier(), freights.getOrDefault(load, BigDecimal.ZERO))));
    return requests;
  }

  private static Carriers.Load load(Parcel parcel, Consignment consignment, String carrier) {
    return new Carriers.Load(
        carrier,
        consignment.warehouse(),
        consignment.receiver().provinceCode(),
        parcel.weightG(),
        parcel.packed().volumeMm3());
  }

  private static CarrierDemand demand(Consignment consignment, List<Parcel> parcels) {
    return new CarrierDemand(
        consignment.id(),
        consignment.warehouse(),
        consignment.receiver().provinceCode(),
        parcels.stream().mapToInt(Parcel::weightG).max().orElse(consignment.weightG()),
        parcels.stream().mapToLong(p -> p.packed().volumeMm3()).max().orElse(0),
        parcels.stream()
            .map(p -> new CarrierDemand.Piece(p.weightG(), p.packed().volumeMm3()))
            .toList(),
        true,
        consignment.goodsClasses(),
        consignment.appointedCarrier(),
        consignment.excludedCarriers(),
        consignment.codAmount().signum() > 0,
        consignment.goodsAmount(),
        consignment.promisedAt(),
        consignment.onlyShop());
  }

  private NewTask task(long consignmentId, Collection<Consignment> packed) {
    return new NewTask(
            "NO_CARRIER",
            "CONSIGNMENT",
            consignmentId,
            "no-carrier:" + consignmentId,
            Role.OPS_MANAGER,
            "shipping.task.no-carrier",
            List.of(Ids.text(consignmentId)),
            clock.now().plus(TASK_TIME))
        .inWarehouse(
            packed.stream()
                .filter(c -> c.id() == consignmentId)
                .map(Consignment::warehouse)
                .findFirst()
                .orElse(""));
  }
}
