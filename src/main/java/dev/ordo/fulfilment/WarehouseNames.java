package dev.ordo.fulfilment;

import dev.ordo.rules.KnownNames;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Warehouses that rules may speak of. */
@Component
class WarehouseNames implements KnownNames {
  private final Sites sites;

  WarehouseNames(Sites sites) {
    this.sites = sites;
  }

  @Override
  public Map<String, Set<String>> names() {
    Set<String> codes =
        sites.warehouses().stream().map(Warehouse::code).collect(Collectors.toSet());
    return codes.isEmpty() ? Map.of() : Map.of("warehouse", codes);
  }
}
