package dev.ordo.purchasing;

import dev.ordo.access.People;
import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Product;
import dev.ordo.console.Times;
import dev.ordo.inventory.Figures;
import dev.ordo.inventory.Stock;
import dev.ordo.journey.Leader;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Ids;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Proposes once per business day what to buy, and carries out what a purchaser decides. */
@Component
public class Replenishing {
  private static final String LEADER = "replenishment";

  private final ProposalRows proposals;
  private final DemandFilling filling;
  private final DemandHistory history;
  private final SupplyRows supplies;
  private final Stock stock;
  private final Catalog catalog;
  private final PurchasingSettings settings;
  private final Surroundings around;

  /** What every module takes from the house. */
  @Component
  record Surroundings(
      Leader leader,
      People people,
      BusinessClock clock,
      Times times,
      Ids ids,
      TransactionOperations tx) {}

  Replenishing(
      ProposalRows proposals,
      DemandFilling filling,
      DemandHistory history,
      SupplyRows supplies,
      Stock stock,
      Catalog catalog,
      PurchasingSettings settings,
      Surroundings around) {
    this.proposals = proposals;
    this.filling = filling;
    this.history = history;
    this.supplies = supplies;
    this.stock = stock;
    this.catalog = catalog;
    this.settings = settings;
    this.around = around;
  }

  /** Open proposals, the most urgent first. */
  public List<Proposal> open(int limit) {
    return proposals.open(limit);
  }

  /** Looks every few real seconds whether a new business day has begun. */
  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5S")
  void daily() {
    around.leader().runIfLeader(LEADER, this::runIfDue);
  }

  private void runIfDue() {
    LocalDate today = today();
    if (proposals.lastRun().isEmpty() || today.isAfter(proposals.lastRun().orElseThrow())) {
      run();
    }
  }

  /**
   * Makes today's proposals in one transaction, once there is a finished day to learn from; a day
   * that was run before is left as it is.
   *
   * @return how many articles are to be bought
   */
  public int run() {
    LocalDate today = today();
    Integer made = around.tx().execute(status -> run(today));
    return made == null ? 0 : made;
  }

  private int run(LocalDate today) {
    filling.upTo(today);
    if (history.first().filter(today::isAfter).isEmpty()) {
      return 0;
    }
    List<Proposal> made = propose(today);
    if (!proposals.begin(today, around.clock().now(), made.size())) {
      return 0;
    }
    proposals.replace(made);
    return made.size();
  }

  private List<Proposal> propose(LocalDate today) {
    Map<String, DailyDemand> demand = new TreeMap<>(history.before(today));
    Map<String, Terms> terms = supplies.terms();
    Map<String, Integer> onWay = supplies.onWayBySku();
    Map<String, Figures> figures = stock.totals(demand.keySet());
    Map<String, Product> products = catalog.products(demand.keySet());
    List<Proposal> made = new ArrayList<>();
    demand.forEach(
        (sku, days) -> {
          Terms own = terms.getOrDefault(sku, unknownSupplier(products.get(sku)));
          int available = figures.getOrDefault(sku, Figures.NONE).available();
          int coming = onWay.getOrDefault(sku, 0);
          Need need = Need.of(days, own, available, coming, settings);
          if (need.qty() > 0) {
            made.add(proposal(today, sku, days, own, available, coming, need));
          }
        });
    return made;
  }

  private Terms unknownSupplier(@org.jspecify.annotations.Nullable Product product) {
    BigDecimal cost = product == null ? BigDecimal.ZERO : product.standardCost();
    return new Terms("", settings.defaultLeadDays(), 1, 1, cost);
  }

  private Proposal proposal(
      LocalDate today,
      String sku,
      DailyDemand days,
      Terms terms,
      int available,
      int onWay,
      Need need) {
    return new Proposal(
        around.ids().next(),
        today,
        sku,
        terms.supplier(),
        decimal(days.mean30()),
        decimal(days.mean90()),
        decimal(need.daily()),
        decimal(days.deviation()),
        terms.leadDays(),
        need.safetyStock(),
        need.reorderPoint(),
        available,
        onWay,
        need.daysToSafety(),
        need.daysShort(),
        need.qty(),
        terms.unitCost(),
        "OPEN");
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }

  /**
   * Buys what a proposal says: from now on the goods are on the way.
   *
   * @param qty units to buy, the proposed number or another
   * @param warehouse where they shall arrive
   */
  public void order(long id, int qty, String warehouse) {
    if (qty < 1 || qty > 1_000_000) {
      throw new Refusal("qty", qty, "Give 1 to 1000000 units.");
    }
    around.tx().executeWithoutResult(status -> ordered(id, qty, warehouse));
  }

  private void ordered(long id, int qty, String warehouse) {
    Proposal proposal = decided(id, "ORDERED");
    String poNo = "PO-" + Ids.text(id);
    supplies.putOnWay(
        List.of(
            new GoodsOnWay(
                poNo,
                "1",
                proposal.supplier(),
                proposal.sku(),
                warehouse,
                qty,
                proposal.unitCost(),
                today().plusDays(proposal.leadDays()))));
    around.people().did("GOODS_ORDERED", "PROPOSAL", id, qty + " × " + proposal.sku());
  }

  /** Sets a proposal aside until the next day's run. */
  public void dismiss(long id) {
    around
        .tx()
        .executeWithoutResult(
            status -> {
              Proposal proposal = decided(id, "DISMISSED");
              around.people().did("PROPOSAL_DISMISSED", "PROPOSAL", id, proposal.sku());
            });
  }

  private Proposal decided(long id, String status) {
    String login = around.people().actor().login();
    if (!proposals.decide(id, status, login, around.clock().now())) {
      throw new Refusal("proposal", Ids.text(id), "It is no longer open; reload the page.");
    }
    return proposals.find(id).orElseThrow();
  }

  private LocalDate today() {
    return around.clock().today(around.times().zone());
  }
}
