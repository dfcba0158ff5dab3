package dev.ordo.fulfilment;

import dev.ordo.carrier.CarrierChoice;
import dev.ordo.carrier.CarrierDemand;
import dev.ordo.carrier.Carriers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks for a carrier for planned consignments and keeps the answer with them. */
@Component
class CarrierChoices {
  private final Carriers carriers;
  private final Consignments consignments;

  CarrierChoices(Carriers carriers, Consignments consignments) {
    this.carriers = carriers;
    this.consignments = consignments;
  }

  /** Chooses provisionally, by expected weight; what finds no carrier goes on without one. */
  void choose(Collection<Consignment> planned) {
    List<CarrierChoice> choices =
        carriers.choose(planned.stream().map(CarrierChoices::demand).toList());
    Map<Long, Consignments.CarrierChosen> chosen =
        choices.stream()
            .filter(CarrierChoice.Chosen.class::isInstance)
            .map(CarrierChoice.Chosen.class::cast)
            .collect(
                Collectors.toMap(
                    c -> c.demand().consignmentId(),
                    c -> new Consignments.CarrierChosen(c.carrier().code(), c.departsAt())));
    consignments.chooseCarrier(chosen);
    carriers.record(choices);
  }

  private static CarrierDemand demand(Consignment consignment) {
    return new CarrierDemand(
        consignment.id(),
        consignment.warehouse(),
        consignment.receiver().provinceCode(),
        consignment.weightG(),
        consignment.volumeMm3(),
        false,
        consignment.goodsClasses(),
        consignment.appointedCarrier(),
        consignment.excludedCarriers(),
        consignment.codAmount().signum() > 0,
        consignment.goodsAmount(),
        consignment.promisedAt());
  }
}
