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
import java.util.Collection;
import java.util.HashMap;
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
    for (CarrierChoice choice : choices) {
      switch (choice) {
        case CarrierChoice.Chosen c -> {
          long id = c.demand().consignmentId();
          chosen.put(id, new Consignments.CarrierChosen(c.carrier().code(), c.departsAt()));
          codes.put(id, c.carrier().code());
        }
        case CarrierChoice.NoCarrier none -> ask(none.demand().consignmentId());
      }
    }
    consignments.chooseCarrier(chosen);
    return codes;
  }

  /** Expected freight of one parcel with the confirmed carrier. */
  BigDecimal freight(Parcel parcel, Consignment consignment, String carrier) {
    return carriers
        .freight(
            carrier,
            consignment.warehouse(),
            consignment.receiver().provinceCode(),
            parcel.weightG(),
            parcel.packed().volumeMm3())
        .orElse(BigDecimal.ZERO);
  }

  private static CarrierDemand demand(Consignment consignment, List<Parcel> parcels) {
    return new CarrierDemand(
        consignment.id(),
        consignment.warehouse(),
        consignment.receiver().provinceCode(),
        parcels.stream().mapToInt(Parcel::weightG).max().orElse(consignment.weightG()),
        parcels.stream().mapToLong(p -> p.packed().volumeMm3()).max().orElse(0),
        true,
        consignment.goodsClasses(),
        consignment.appointedCarrier(),
        consignment.excludedCarriers(),
        consignment.codAmount().signum() > 0,
        consignment.goodsAmount(),
        consignment.promisedAt());
  }

  private void ask(long consignmentId) {
    tasks.open(
        new NewTask(
            "NO_CARRIER",
            "CONSIGNMENT",
            consignmentId,
            "no-carrier:" + consignmentId,
            Role.OPS_MANAGER,
            "shipping.task.no-carrier",
            List.of(Ids.text(consignmentId)),
            clock.now().plus(TASK_TIME)));
  }
}
