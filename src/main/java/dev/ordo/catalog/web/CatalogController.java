package dev.ordo.catalog.web;

import dev.ordo.access.People;
import dev.ordo.catalog.Carton;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Filler;
import dev.ordo.catalog.Product;
import dev.ordo.catalog.Shop;
import dev.ordo.catalog.ShopSecrets;
import dev.ordo.catalog.ShopSku;
import dev.ordo.catalog.Shops;
import dev.ordo.shared.Checks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Idempotent imports: a list adds or replaces by code, and is taken whole or not at all. */
@RestController
class CatalogController {
  private static final int MOST = 20_000;
  private static final int PAGE = 200;
  private static final String GUARD = "hasAnyRole('INTEGRATION', 'OPS_MANAGER')";

  /** How many rows an import took. */
  record Taken(int taken) {}

  /**
   * A page of products.
   *
   * @param next the {@code after} of the next page, empty at the end
   */
  record Products(List<Product> products, String next) {}

  private final Catalog catalog;
  private final Shops shops;
  private final People people;

  CatalogController(Catalog catalog, Shops shops, People people) {
    this.catalog = catalog;
    this.shops = shops;
    this.people = people;
  }

  @GetMapping("/api/products")
  Products products(
      @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String after) {
    List<Product> found = catalog.search(text, after, PAGE + 1);
    return found.size() <= PAGE
        ? new Products(found, "")
        : new Products(found.subList(0, PAGE), found.get(PAGE - 1).sku());
  }

  @GetMapping("/api/shops")
  List<Shop> shops() {
    return shops.all();
  }

  @GetMapping("/api/cartons")
  List<Carton> cartons() {
    return catalog.cartons();
  }

  @GetMapping("/api/fillers")
  List<Filler> fillers() {
    return catalog.fillers();
  }

  @PutMapping("/api/products")
  @PreAuthorize(GUARD)
  Taken putProducts(@RequestBody List<@Nullable ProductRequest> requests) {
    List<Product> batch = Checks.rows(requests, MOST, ProductRequest::checked);
    catalog.putProducts(batch);
    return taken("PRODUCT", batch.size());
  }

  @PutMapping("/api/shops")
  @PreAuthorize(GUARD)
  Taken putShops(@RequestBody List<@Nullable ShopRequest> requests) {
    List<ShopRequest.Checked> batch = Checks.rows(requests, MOST, ShopRequest::checked);
    Map<String, ShopSecrets> secrets = new HashMap<>();
    for (ShopRequest.Checked checked : batch) {
      if (checked.secrets() != null) {
        secrets.put(checked.shop().code(), checked.secrets());
      }
    }
    shops.put(batch.stream().map(ShopRequest.Checked::shop).toList(), secrets);
    return taken("SHOP", batch.size());
  }

  @PutMapping("/api/shop-skus")
  @PreAuthorize(GUARD)
  Taken putShopSkus(@RequestBody List<@Nullable ShopSkuRequest> requests) {
    List<ShopSku> batch = Checks.rows(requests, MOST, ShopSkuRequest::checked);
    batch.stream().map(ShopSku::shop).distinct().forEach(shops::shop);
    catalog.putShopSkus(batch);
    return taken("SHOP_SKU", batch.size());
  }

  @PutMapping("/api/cartons")
  @PreAuthorize(GUARD)
  Taken putCartons(@RequestBody List<@Nullable CartonRequest> requests) {
    List<Carton> batch = Checks.rows(requests, MOST, CartonRequest::checked);
    catalog.putCartons(batch);
    return taken("CARTON", batch.size());
  }

  @PutMapping("/api/fillers")
  @PreAuthorize(GUARD)
  Taken putFillers(@RequestBody List<@Nullable FillerRequest> requests) {
    List<Filler> batch = Checks.rows(requests, MOST, FillerRequest::checked);
    catalog.putFillers(batch);
    return taken("FILLER", batch.size());
  }

  private Taken taken(String kind, int count) {
    people.did("CATALOG_IMPORTED", kind, 0, "ROWS " + count);
    return new Taken(count);
  }
}
