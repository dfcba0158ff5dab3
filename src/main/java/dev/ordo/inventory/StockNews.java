package dev.ordo.inventory;

import dev.ordo.journey.Outbox;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells watchers which articles' figures moved; the figures themselves are read when needed. */
@Component
class StockNews {
  private final Outbox outbox;

  StockNews(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Figures moved in any way: shops want to know. */
  void changed(List<String> skus) {
    outbox.publish("stock.changed", "stock", "stock", Map.of("skus", skus));
  }

  /** Units became free or arrived: shortages may be over. */
  void freed(List<String> skus) {
    changed(skus);
    outbox.publish("stock.freed", "stock", "stock", Map.of("skus", skus));
  }
}
