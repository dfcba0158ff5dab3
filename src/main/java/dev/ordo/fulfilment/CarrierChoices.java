package dev.ordo.fulfilment;

import dev.ordo.carrier.CarrierChoice;
import dev.ordo.carrier.CarrierDemand;
import dev.ordo.carrier.Carriers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks for a carrier for planned consignments and records why it was chosen. */
@Component
public class CarrierChoices {
  private final Carriers carriers;

  CarrierChoices(Carriers carriers) {
    this.carriers = carriers;
  }

  /** What the rules say by expected weight; nothing is written. */
  public List<CarrierChoice> preview(Collection<Consignment> planned) {
    return carriers.choose(planned.stream().map(CarrierChoices::demand).toList());
  }

  /** Chooses provisionally, by expected weight; what finds no carrier is absent. */
  public Map<Long, Consignments.CarrierChosen> choose(Collection<Consignment> planned) {
    List<CarrierChoice> choices = preview(planned);
    carriers.record(choices);
    return choices.stream()
        .filter(CarrierChoice.Chosen.class::isInstance)
        .map(CarrierChoice.Chosen.class::cast)
        .collect(
            Collectors.toMap(
                c -> c.demand().consignmentId(),
                c -> new Consignments.CarrierChosen(c.carrier().code(), c.departsAt())));
  }

  private static CarrierDemand demand(Consignment consignment) {
    return new CarrierDemand(
        consignment.id(),
        consignment.warehouse(),
        consignment.receiver().provinceCode(),
        consignment.weightG(),
        consignment.volumeMm3(),
        List.of(),
        false,
        consignment.goodsClasses(),
        consignment.appointedCarrier(),
        consignment.excludedCarriers(),
        consignment.codAmount().signum() > 0,
        consignment.goodsAmount(),
        consignment.promisedAt(),
        consignment.onlyShop());
  }
}
