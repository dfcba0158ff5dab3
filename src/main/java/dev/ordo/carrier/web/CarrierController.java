package dev.ordo.carrier.web;

import dev.ordo.access.People;
import dev.ordo.carrier.Carrier;
import dev.ordo.carrier.CarrierPrice;
import dev.ordo.carrier.Carriers;
import dev.ordo.shared.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Idempotent imports: a list adds or replaces by code, and is taken whole or not at all. */
@RestController
class CarrierController {
  private static final int MOST = 20_000;
  private static final String GUARD = "hasAnyRole('INTEGRATION', 'OPS_MANAGER')";

  /** How many rows an import took. */
  record Taken(int taken) {}

  private final Carriers carriers;
  private final People people;

  CarrierController(Carriers carriers, People people) {
    this.carriers = carriers;
    this.people = people;
  }

  @GetMapping("/api/carriers")
  List<Carrier> carriers() {
    return carriers.all();
  }

  @GetMapping("/api/carrier-prices")
  List<CarrierPrice> prices() {
    return carriers.prices();
  }

  @PutMapping("/api/carriers")
  @PreAuthorize(GUARD)
  Taken putCarriers(@RequestBody List<@Nullable CarrierRequest> requests) {
    List<Carrier> batch = Checks.rows(requests, MOST, CarrierRequest::checked);
    carriers.putCarriers(batch);
    return taken("CARRIER", batch.size());
  }

  @PutMapping("/api/carrier-prices")
  @PreAuthorize(GUARD)
  Taken putPrices(@RequestBody List<@Nullable PriceRequest> requests) {
    List<CarrierPrice> batch = Checks.rows(requests, MOST, PriceRequest::checked);
    carriers.putPrices(batch);
    return taken("CARRIER_PRICE", batch.size());
  }

  private Taken taken(String kind, int count) {
    people.did("CARRIERS_IMPORTED", kind, 0, "ROWS " + count);
    return new Taken(count);
  }
}
