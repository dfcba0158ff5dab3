package dev.ordo.purchasing.web;

import dev.ordo.purchasing.GoodsOnWay;
import dev.ordo.purchasing.Proposal;
import dev.ordo.purchasing.Purchases;
import dev.ordo.purchasing.Replenishing;
import dev.ordo.purchasing.Sentences;
import dev.ordo.purchasing.Supplier;
import dev.ordo.purchasing.SupplyTerms;
import dev.ordo.shared.Checks;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Sites;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Purchasing for other systems; imports are idempotent and taken whole or not at all. */
@RestController
class PurchasingApiController {
  private static final String GUARD = "hasAnyRole('INTEGRATION', 'PURCHASER')";
  private static final String WAREHOUSE = "hasAnyRole('INTEGRATION', 'PURCHASER', 'WAREHOUSE')";
  private static final int MOST = 20_000;
  private static final int MOST_UNITS = 1_000_000;
  private static final String MOST_COST = "100000000";

  record SupplierRequest(
      @Nullable String code, @Nullable String name, @Nullable Integer leadDays) {}

  record TermsRequest(
      @Nullable String sku,
      @Nullable String supplier,
      @Nullable Integer moq,
      @Nullable Integer packSize,
      @Nullable BigDecimal unitCost) {}

  record OnWayRequest(
      @Nullable String poNo,
      @Nullable String lineNo,
      @Nullable String supplier,
      @Nullable String sku,
      @Nullable String warehouse,
      @Nullable Integer qty,
      @Nullable BigDecimal unitCost,
      @Nullable LocalDate expectedOn) {}

  /** Units ordered per article on one day. */
  record DemandRequest(@Nullable LocalDate day, @Nullable Map<String, Integer> units) {}

  /** How many rows an import took. */
  record Taken(int taken) {}

  /** A proposal with its sentence; the id is a string. */
  record Said(String id, String sentence, Proposal proposal) {}

  private final Replenishing replenishing;
  private final Purchases purchases;
  private final Sentences sentences;
  private final Sites sites;

  PurchasingApiController(
      Replenishing replenishing, Purchases purchases, Sentences sentences, Sites sites) {
    this.replenishing = replenishing;
    this.purchases = purchases;
    this.sentences = sentences;
    this.sites = sites;
  }

  @GetMapping("/api/replenishment")
  List<Said> proposals(Locale locale) {
    return replenishing.open(1_000).stream()
        .map(p -> new Said(Ids.text(p.id()), sentences.of(p, locale), p))
        .toList();
  }

  @GetMapping("/api/suppliers")
  List<Supplier> suppliers() {
    return purchases.suppliers();
  }

  @GetMapping("/api/goods-on-way")
  List<GoodsOnWay> onWay() {
    return purchases.onWay(1_000);
  }

  @PutMapping("/api/suppliers")
  @PreAuthorize(GUARD)
  Taken putSuppliers(@RequestBody List<@Nullable SupplierRequest> requests) {
    purchases.putSuppliers(
        Checks.rows(
            requests,
            MOST,
            (r, at, checks) ->
                new Supplier(
                    checks.code(at + ".code", r.code(), 30),
                    checks.text(at + ".name", r.name(), 100),
                    checks.number(at + ".leadDays", r.leadDays(), 0, 365))));
    return new Taken(requests.size());
  }

  @PutMapping("/api/supply-terms")
  @PreAuthorize(GUARD)
  Taken putTerms(@RequestBody List<@Nullable TermsRequest> requests) {
    purchases.putTerms(
        Checks.rows(
            requests,
            MOST,
            (r, at, checks) ->
                new SupplyTerms(
                    checks.text(at + ".sku", r.sku(), 40),
                    checks.code(at + ".supplier", r.supplier(), 30),
                    checks.number(at + ".moq", r.moq(), 1, MOST_UNITS),
                    checks.number(at + ".packSize", r.packSize(), 1, MOST_UNITS),
                    checks.decimal(at + ".unitCost", r.unitCost(), 6, MOST_COST))));
    return new Taken(requests.size());
  }

  @PutMapping("/api/goods-on-way")
  @PreAuthorize(GUARD)
  Taken putOnWay(@RequestBody List<@Nullable OnWayRequest> requests) {
    purchases.putOnWay(Checks.rows(requests, MOST, this::onWay));
    return new Taken(requests.size());
  }

  private GoodsOnWay onWay(OnWayRequest r, String at, Checks checks) {
    LocalDate expected = r.expectedOn();
    return new GoodsOnWay(
        checks.text(at + ".poNo", r.poNo(), 40),
        checks.text(at + ".lineNo", r.lineNo(), 20),
        checks.optional(at + ".supplier", r.supplier(), 30),
        checks.text(at + ".sku", r.sku(), 40),
        sites.warehouse(checks.text(at + ".warehouse", r.warehouse(), 20)).code(),
        checks.number(at + ".qty", r.qty(), 1, MOST_UNITS),
        checks.decimal(at + ".unitCost", r.unitCost(), 6, MOST_COST),
        expected == null
            ? checks.fault(at + ".expectedOn", null, "Give a date.", LocalDate.EPOCH)
            : expected);
  }

  @PutMapping("/api/demand-history")
  @PreAuthorize(GUARD)
  Taken putDemand(@RequestBody List<DemandRequest> requests) {
    Map<LocalDate, Map<String, Integer>> byDay = new LinkedHashMap<>();
    for (DemandRequest request : requests) {
      LocalDate day = request.day();
      Map<String, Integer> units = request.units();
      if (day == null || units == null || !areUnits(units)) {
        throw new Refusal("units", request, "Give a day and units of 0 or more per SKU.");
      }
      byDay.put(day, units);
    }
    purchases.putDemand(byDay);
    return new Taken(requests.size());
  }

  private static boolean areUnits(Map<String, Integer> units) {
    return units.entrySet().stream()
        .allMatch(
            e ->
                !e.getKey().isBlank()
                    && e.getKey().length() <= 40
                    && e.getValue() != null
                    && e.getValue() >= 0
                    && e.getValue() <= MOST_UNITS);
  }

  /** Books everything still open of a purchase order into stock. */
  @PostMapping("/api/goods-on-way/{poNo}/receive")
  @PreAuthorize(WAREHOUSE)
  Taken receive(@PathVariable String poNo, @RequestParam String location) {
    return new Taken(purchases.receive(poNo, location));
  }
}
