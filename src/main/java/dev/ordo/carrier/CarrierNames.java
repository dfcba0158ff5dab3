package dev.ordo.carrier;

import dev.ordo.rules.KnownNames;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carriers that rules may speak of. */
@Component
class CarrierNames implements KnownNames {
  private final Carriers carriers;

  CarrierNames(Carriers carriers) {
    this.carriers = carriers;
  }

  @Override
  public Map<String, Set<String>> names() {
    Set<String> codes = carriers.all().stream().map(Carrier::code).collect(Collectors.toSet());
    return codes.isEmpty() ? Map.of() : Map.of("carrier", codes);
  }
}
