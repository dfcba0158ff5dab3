package dev.ordo.carrier;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All active carriers and price lists at one moment: what a batch decides on. */
final class Tariff {
  private record Lane(String carrier, String warehouse, String province) {}

  private final List<Carrier> carriers;
  private final Map<Lane, CarrierPrice> prices = new HashMap<>();

  Tariff(List<Carrier> carriers, Collection<CarrierPrice> prices) {
    this.carriers = carriers.stream().filter(Carrier::active).toList();
    prices.forEach(p -> this.prices.put(new Lane(p.carrier(), p.warehouse(), p.province()), p));
  }

  List<Carrier> carriers() {
    return carriers;
  }

  /**
   * The most exact row of a lane, the warehouse counting more than the province; none: no reach.
   */
  Optional<CarrierPrice> price(String carrier, String warehouse, String province) {
    String any = CarrierPrice.ANY;
    return Stream.of(
            new Lane(carrier, warehouse, province),
            new Lane(carrier, warehouse, any),
            new Lane(carrier, any, province),
            new Lane(carrier, any, any))
        .filter(prices::containsKey)
        .findFirst()
        .map(prices::get)
        .filter(CarrierPrice::served);
  }

  Optional<BigDecimal> freight(Carriers.Load load) {
    return carriers.stream()
        .filter(c -> c.code().equals(load.carrier()))
        .findFirst()
        .flatMap(
            c ->
                price(load.carrier(), load.warehouse(), load.province())
                    .map(p -> p.freight(c.billedWeightG(load.weightG(), load.volumeMm3()))));
  }
}
