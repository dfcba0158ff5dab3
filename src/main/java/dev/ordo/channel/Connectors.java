package dev.ordo.channel;

import dev.ordo.catalog.Shop;
import dev.ordo.catalog.ShopSecrets;
import dev.ordo.catalog.Shops;
import dev.ordo.shared.MachineClock;
import dev.ordo.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the connector of a platform and a shop's way into it. */
@Component
class Connectors {
  private final Map<String, Connector> byPlatform;
  private final Shops shops;
  private final MachineClock clock;

  Connectors(List<Connector> connectors, Shops shops, MachineClock clock) {
    this.byPlatform = connectors.stream().collect(Collectors.toMap(Connector::platform, c -> c));
    this.shops = shops;
    this.clock = clock;
  }

  Connector of(String platform) {
    Connector connector = byPlatform.get(platform);
    if (connector == null) {
      throw new Refusal("platform", platform, "Use one of " + byPlatform.keySet() + ".");
    }
    return connector;
  }

  /** Shops of a platform that are open and reachable over HTTP. */
  List<Shop> reachable(String platform) {
    return reachable().stream().filter(shop -> shop.platform().equals(platform)).toList();
  }

  List<Shop> reachable() {
    return shops.all().stream()
        .filter(shop -> shop.active() && shop.pull().wanted())
        .filter(shop -> byPlatform.containsKey(shop.platform()))
        .toList();
  }

  Gateway gateway(Shop shop) {
    ShopSecrets secrets = shops.secrets(shop.code());
    return new Gateway(
        shop.code(), shop.pull().appKey(), secrets.secret(), secrets.token(), clock.instant());
  }
}
