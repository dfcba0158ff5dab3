package dev.ordo.wave;

import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.Carriers;
import dev.ordo.catalog.Shop;
import dev.ordo.catalog.Shops;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.shared.ServiceLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How much a late second counts for goods: the more demanding of their shops and carriers says. */
@Component
class Urgency {
  private final Shops shops;
  private final Carriers carriers;

  Urgency(Shops shops, Carriers carriers) {
    this.shops = shops;
    this.carriers = carriers;
  }

  /** What shops and carriers say at one moment. */
  record Levels(Map<String, ServiceLevel> ofShop, Map<String, ServiceLevel> ofCarrier) {
    /** The highest of all; at least 1. */
    int of(List<Consignment> consignments) {
      return consignments.stream()
          .flatMap(
              c ->
                  Stream.concat(
                      Stream.ofNullable(ofCarrier.get(c.carrier())),
                      c.lines().stream().map(line -> ofShop.get(line.shop()))))
          .filter(Objects::nonNull)
          .max(Comparator.comparingInt(ServiceLevel::urgency))
          .orElse(ServiceLevel.STANDARD)
          .urgency();
    }
  }

  Levels now() {
    return new Levels(
        shops.all().stream().collect(Collectors.toMap(Shop::code, Shop::serviceLevel)),
        carriers.all().stream().collect(Collectors.toMap(Carrier::code, Carrier::serviceLevel)));
  }
}
