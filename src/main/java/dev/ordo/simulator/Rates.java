package dev.ordo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Compares what the world seeded with what review made of it, over the last business day: Ordo's
 * own figures, and held or not by seeded trouble. A shortage is not counted as held: it releases
 * itself. Orders that came within the last seconds are left out, and so are shops the world does
 * not play.
 */
final class Rates {
  private static final Duration DAY = Duration.ofHours(24);

  /** Real time that review has: younger orders are not judged yet. */
  private static final Duration REVIEW = Duration.ofSeconds(5);

  private static final int PAGE = 200;
  private static final Set<String> OWN =
      Stream.of(Shopfront.values()).map(Shopfront::code).collect(Collectors.toUnmodifiableSet());

  private final Wire wire;
  private final WorldClock clock;
  private final OrderBook book;

  Rates(Wire wire, WorldClock clock, OrderBook book) {
    this.wire = wire;
    this.clock = clock;
    this.book = book;
  }

  /** How a shop's orders went, in percent of all that are paid or to be paid on delivery. */
  private record Figures(int arrived, int paid, int released, int untouched) {
    private static final Figures NONE = new Figures(0, 0, 0, 0);

    static Figures of(JsonNode shop) {
      return new Figures(
          shop.path("arrived").asInt(0),
          shop.path("paid").asInt(0),
          shop.path("released").asInt(0),
          shop.path("untouched").asInt(0));
    }

    Figures and(Figures other) {
      return new Figures(
          arrived + other.arrived,
          paid + other.paid,
          released + other.released,
          untouched + other.untouched);
    }

    double straightThrough() {
      return paid == 0 ? 100 : 100.0 * untouched / paid;
    }

    String row(String name) {
      return Rates.row(
          name,
          String.valueOf(arrived),
          String.valueOf(paid),
          String.valueOf(released),
          String.valueOf(untouched),
          percent(straightThrough()));
    }
  }

  /** Orders of one label, and how many of them review held. */
  private static final class Count {
    private int orders;
    private int held;

    double share() {
      return orders == 0 ? 0 : 100.0 * held / orders;
    }
  }

  String text() {
    Instant until = clock.now().minusMillis((long) (REVIEW.toMillis() * clock.factor()));
    Instant from = until.minus(DAY);
    Map<String, Count> byLabel = counted(from, until);
    List<String> out = new ArrayList<>();
    out.add("Orders received from %s to %s (business time)".formatted(from, until));
    out.add("");
    straightThrough(out);
    troubles(byLabel, out);
    return String.join("\n", out) + "\n";
  }

  private Map<String, Count> counted(Instant from, Instant until) {
    Map<String, String> labels = new HashMap<>();
    book.all().forEach(order -> labels.put(order.key(), order.trouble()));
    Map<String, Count> counts = new TreeMap<>();
    for (JsonNode order : received(from, until)) {
      String key = order.path("shop").asString("") + ":" + order.path("platformNo").asString("");
      String label = labels.get(key);
      if (label != null) {
        Count count = counts.computeIfAbsent(label, l -> new Count());
        count.orders++;
        count.held += held(order) ? 1 : 0;
      }
    }
    return counts;
  }

  private static boolean held(JsonNode order) {
    return order.path("holds").values().stream()
        .anyMatch(hold -> !hold.path("reason").asString("").equals("SHORTAGE"));
  }

  private List<JsonNode> received(Instant from, Instant until) {
    List<JsonNode> all = new ArrayList<>();
    String next = "";
    boolean further = true;
    while (further) {
      JsonNode page = wire.get("/api/orders?limit=" + PAGE + "&before=" + next);
      for (JsonNode order : page.path("orders").values()) {
        Instant at = Instant.parse(order.path("receivedAt").asString(""));
        further = !at.isBefore(from);
        if (further && at.isBefore(until)) {
          all.add(order);
        }
      }
      next = page.path("next").asString("");
      further = further && !next.isEmpty();
    }
    return all;
  }

  private void straightThrough(List<String> out) {
    JsonNode figures = wire.get("/api/order-figures?hours=" + DAY.toHours());
    out.add(row("shop", "orders", "paid", "released", "untouched", "straight through"));
    Figures all = Figures.NONE;
    for (JsonNode shop : figures.path("shops").values()) {
      if (OWN.contains(shop.path("shop").asString(""))) {
        Figures own = Figures.of(shop);
        out.add(own.row(shop.path("shop").asString("")));
        all = all.and(own);
      }
    }
    out.add(all.row("all") + goal(all.straightThrough() >= 95, "95 %"));
    double seconds = figures.path("releaseP95Ms").asLong(0) / 1_000.0;
    out.add("");
    out.add(
        String.format(Locale.ROOT, "arrival to release, 95th percentile: %.2f s", seconds)
            + goal(seconds <= 5, "at most 5 s"));
    out.add("");
  }

  private static void troubles(Map<String, Count> byLabel, List<String> out) {
    out.add(row("seeded", "orders", "held", "", "", "should be"));
    Count bad = new Count();
    Count good = new Count();
    byLabel.forEach(
        (label, count) -> {
          String wanted = label.equals(Trouble.BURST_BEGINS) ? "either" : wanted(label);
          out.add(row(label.isEmpty() ? "(nothing)" : label, count, wanted));
          Count sum = wanted.equals("held") ? bad : wanted.equals("passed") ? good : new Count();
          sum.orders += count.orders;
          sum.held += count.held;
        });
    out.add("");
    out.add(share("bad orders held", bad) + goal(bad.share() >= 99 || bad.orders == 0, "99 %"));
    out.add(share("good orders held", good) + goal(good.share() <= 1, "at most 1 %"));
  }

  private static String wanted(String label) {
    return !label.isEmpty() && Trouble.valueOf(label).held ? "held" : "passed";
  }

  private static String share(String name, Count count) {
    return "%s: %s (%d of %d)".formatted(name, percent(count.share()), count.held, count.orders);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share);
  }

  private static String goal(boolean reached, String goal) {
    return "   goal " + goal + (reached ? ", reached" : ", NOT REACHED");
  }

  private static String row(String label, Count count, String wanted) {
    return row(label, String.valueOf(count.orders), String.valueOf(count.held), "", "", wanted);
  }

  private static String row(String a, String b, String c, String d, String e, String f) {
    return "%-24s %8s %8s %9s %10s %17s".formatted(a, b, c, d, e, f);
  }
}
