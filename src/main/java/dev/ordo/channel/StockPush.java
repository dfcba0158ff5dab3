package dev.ordo.channel;

import dev.ordo.catalog.Catalog;
import dev.ordo.catalog.Shop;
import dev.ordo.catalog.ShopSku;
import dev.ordo.catalog.Shops;
import dev.ordo.inventory.Figures;
import dev.ordo.inventory.Stock;
import dev.ordo.journey.Event;
import dev.ordo.journey.Leader;
import dev.ordo.journey.Watcher;
import dev.ordo.shared.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Tells every shop what it may still sell within seconds of each change. The current figure is
 * noted under a growing version in the transaction of the event; a sweep tells only the latest, so
 * a stale figure can never overwrite a newer one.
 */
@Component
class StockPush implements Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(StockPush.class);
  private static final int MOST_AT_ONCE = 300;

  private final Stock stock;
  private final Catalog catalog;
  private final Shops shops;
  private final Connectors connectors;
  private final Platforms platforms;
  private final ToldStock told;
  private final Leader leader;
  private final Ids ids;

  StockPush(
      Stock stock,
      Catalog catalog,
      Shops shops,
      Connectors connectors,
      Platforms platforms,
      ToldStock told,
      Leader leader,
      Ids ids) {
    this.stock = stock;
    this.catalog = catalog;
    this.shops = shops;
    this.connectors = connectors;
    this.platforms = platforms;
    this.told = told;
    this.leader = leader;
    this.ids = ids;
  }

  @Override
  public String name() {
    return "stock-push";
  }

  @Override
  public Set<String> topics() {
    return Set.of("stock.changed");
  }

  @Override
  public void on(List<Event> events) {
    Set<String> skus = new TreeSet<>();
    for (Event event : events) {
      for (JsonNode sku : PlatformJson.read(event.payload()).path("skus").values()) {
        skus.add(sku.asString(""));
      }
    }
    List<Shop> reachable = connectors.reachable();
    if (reachable.isEmpty() || skus.isEmpty()) {
      return;
    }
    Map<String, Figures> totals = stock.totals(skus);
    List<ToldStock.Figure> figures = new ArrayList<>();
    for (String sku : skus) {
      int available = Math.max(0, totals.getOrDefault(sku, Figures.NONE).available());
      for (Shop shop : reachable) {
        figures.add(new ToldStock.Figure(shop.code(), sku, available, ids.next(), 0));
      }
    }
    told.note(figures);
  }

  /** Tells what is newer than what was told; a shop that fails is left for the next sweep. */
  @Scheduled(fixedDelayString = "PT0.7S", initialDelayString = "PT8S")
  void sweep() {
    leader.runIfLeader("stock-push", () -> tell(told.pending(MOST_AT_ONCE)));
  }

  void tell(List<ToldStock.Figure> pending) {
    if (pending.isEmpty()) {
      return;
    }
    Map<String, Map<String, ShopSku>> codes = codes(pending);
    Set<String> down = new TreeSet<>();
    List<ToldStock.Figure> done = new ArrayList<>();
    for (ToldStock.Figure figure : pending) {
      if (!down.contains(figure.shop()) && tell(figure, codes, down)) {
        done.add(figure);
      }
    }
    told.told(done);
  }

  private boolean tell(
      ToldStock.Figure figure, Map<String, Map<String, ShopSku>> codes, Set<String> down) {
    Shop shop = shops.find(figure.shop()).orElse(null);
    if (shop == null || !shop.pull().wanted()) {
      return true;
    }
    ShopSku own =
        codes
            .getOrDefault(figure.shop(), Map.of())
            .getOrDefault(figure.sku(), new ShopSku(figure.shop(), figure.sku(), figure.sku(), 1));
    int available = figure.available() / own.ratio();
    int before = figure.told() / own.ratio();
    if (available == before) {
      return true;
    }
    Answer answer =
        platforms.stock(
            shop, new StockFigure(own.platformSku(), available, before, figure.version()));
    switch (answer) {
      case Answer.Done d -> {
        return true;
      }
      case Answer.Refused r -> {
        LOG.warn("{} refused the stock of {}: {}", shop.code(), figure.sku(), r.code());
        return true;
      }
      case Answer.Later l -> {
        down.add(shop.code());
        return false;
      }
    }
  }

  private Map<String, Map<String, ShopSku>> codes(List<ToldStock.Figure> pending) {
    Map<String, Map<String, ShopSku>> codes = new HashMap<>();
    List<String> skus = pending.stream().map(ToldStock.Figure::sku).distinct().toList();
    for (ShopSku code : catalog.shopSkus(skus)) {
      codes.computeIfAbsent(code.shop(), s -> new HashMap<>()).put(code.sku(), code);
    }
    return codes;
  }
}
