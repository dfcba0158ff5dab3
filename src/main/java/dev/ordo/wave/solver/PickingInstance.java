package dev.ordo.wave.solver;

import dev.ordo.shared.Checks;
import dev.ordo.shared.Refusal;
import dev.ordo.site.GraphSketch;
import dev.ordo.site.Layout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A wave in the format of the picking literature ({@code picking-instance/1}): one layout, one
 * trolley size, orders with slots: {@code aisle.block.cell.side} on a rectangular floor, on a free
 * one the ids of its graph.
 *
 * @param capacity what a trolley holds, in units of the orders' size
 * @param pickers how many people walk
 */
public record PickingInstance(
    String name, Layout layout, int capacity, int pickers, Times times, List<Order> orders) {

  /** How long walking, starting a trip and taking one unit last, in the instance's own unit. */
  public record Times(double perDistance, double setupPerBatch, double perUnit) {}

  /**
   * An order.
   *
   * @param slots as they are written, each once
   */
  public record Order(String id, int size, Set<String> slots, long units) {}

  private static final String FORMAT = "picking-instance/1";
  private static final int MOST_AISLES = 500;
  private static final int MOST_CELLS = 10_000;
  private static final int MOST_ORDERS = 5000;
  private static final int MOST_FAULTS = 20;
  private static final Pattern SLOT =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:\\..*)?");

  /** Reads an instance; everything that is wrong with it is told at once, up to 20 faults. */
  public static PickingInstance read(String json) {
    JsonNode root;
    try {
      root =
          JsonMapper.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build()
              .readTree(json);
    } catch (JacksonException e) {
      throw new Refusal("file", e.getOriginalMessage(), "Write one JSON object.");
    }
    return new Reading(root).instance();
  }

  /** Finds the cell a slot lies at; null if the layout has no such slot. */
  static Function<String, @Nullable Stop> stops(Layout layout) {
    if (layout.graph() == null) {
      return slot -> stop(layout, slot);
    }
    Map<String, Integer> numbers = layout.graph().slotNumbers();
    return slot -> {
      Integer number = numbers.get(slot);
      return number == null ? null : new Stop(0, 0, number);
    };
  }

  private static @Nullable Stop stop(Layout layout, String slot) {
    Stop stop = cell(slot);
    return stop == null || !layout.has(stop.aisle(), stop.block(), stop.cell()) ? null : stop;
  }

  private static @Nullable Stop cell(String slot) {
    Matcher parts = SLOT.matcher(slot);
    return parts.matches()
        ? new Stop(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)))
        : null;
  }

  /** Reads field by field and collects what is wrong. */
  private static final class Reading {
    private final JsonNode root;
    private final List<Refusal.Fault> faults = new ArrayList<>();

    Reading(JsonNode root) {
      this.root = root;
    }

    PickingInstance instance() {
      if (!root.isObject()) {
        throw new Refusal("file", root, "Write one JSON object.");
      }
      if (root.has("format") && !FORMAT.equals(root.path("format").asString(""))) {
        wrong("format", said(root, "format"), "Write it as " + FORMAT + ".");
      }
      String name = text(root, "", "name");
      JsonNode said = object(root, "", "layout");
      Layout layout = said.has("graph") ? graph(said.get("graph")) : layout(said);
      int capacity = whole(root, "", "capacity", 1, 1_000_000_000);
      int pickers = whole(root, "", "pickers", 1, 100_000);
      Times times = times(root.get("times"));
      refuseIfWrong();
      List<Order> orders = orders(layout, capacity);
      refuseIfWrong();
      return new PickingInstance(name, layout, capacity, pickers, times, orders);
    }

    private void refuseIfWrong() {
      if (!faults.isEmpty()) {
        throw new Refusal(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
      }
    }

    private Layout graph(JsonNode of) {
      Checks checks = new Checks();
      Layout layout = Layout.of(sketch(of).checked("layout.graph", checks));
      faults.addAll(checks.faults());
      return layout;
    }

    private GraphSketch sketch(JsonNode of) {
      try {
        GraphSketch sketch = JsonMapper.builder().build().treeToValue(of, GraphSketch.class);
        if (sketch != null) {
          return sketch;
        }
      } catch (JacksonException e) {
        wrong("layout.graph", e.getOriginalMessage(), "See docs/waves.md for the format.");
        refuseIfWrong();
      }
      return new GraphSketch(null, null, null, null);
    }

    private Layout layout(JsonNode of) {
      String at = "layout.";
      int aisles = whole(of, at, "aisles", 1, MOST_AISLES);
      List<Integer> cells = new ArrayList<>();
      each(of, at, "cellsPerBlock", (cell, path) -> cells.add(whole(cell, path, 1, MOST_CELLS)));
      if (cells.size() > Layout.MOST_BLOCKS) {
        String remedy = "At most " + Layout.MOST_BLOCKS + ".";
        wrong(at + "cellsPerBlock", cells.size() + " blocks", remedy);
      }
      double aisleToAisle = length(of, at, "aisleToAisle");
      double cellToCell = length(of, at, "cellToCell");
      double front = length(of, at, "frontCrossAisleToFirstCell");
      double back = length(of, at, "lastCellToBackCrossAisle");
      JsonNode depot = object(of, at, "depot");
      int crossAisle = whole(depot, at + "depot.", "crossAisle", 0, cells.size());
      List<Layout.Link> links = new ArrayList<>();
      each(
          depot,
          at + "depot.",
          "links",
          (link, path) ->
              links.add(
                  new Layout.Link(
                      whole(link, path + ".", "aisle", 0, aisles - 1),
                      length(link, path + ".", "distance"))));
      return new Layout(
          aisles,
          cells,
          aisleToAisle,
          cellToCell,
          front,
          back,
          new Layout.Depot(crossAisle, links));
    }

    private Times times(@Nullable JsonNode of) {
      if (of == null || of.isNull()) {
        return new Times(1, 0, 0);
      }
      return new Times(
          length(of, "times.", "perDistance"),
          length(of, "times.", "setupPerBatch"),
          length(of, "times.", "perUnit"));
    }

    private List<Order> orders(Layout layout, int capacity) {
      Function<String, @Nullable Stop> stops = stops(layout);
      String remedy =
          layout.graph() == null
              ? "The layout has no such slot: write aisle.block.cell.side, all from 0."
              : "The graph has no such slot: write the id of one.";
      List<Order> orders = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      if (root.path("orders").size() > MOST_ORDERS) {
        wrong(
            "orders",
            root.get("orders").size() + " orders",
            "Plan at most %d at once.".formatted(MOST_ORDERS));
        return orders;
      }
      each(
          root,
          "",
          "orders",
          (order, path) -> {
            Order read = order(order, path, capacity, slot -> known(slot, stops, remedy));
            if (!ids.add(read.id)) {
              wrong(path + ".id", read.id, "Give every order an id of its own.");
            }
            orders.add(read);
          });
      return orders;
    }

    private @Nullable String known(
        String slot, Function<String, @Nullable Stop> stops, String remedy) {
      return stops.apply(slot) == null ? remedy : null;
    }

    private Order order(
        JsonNode of, String path, int capacity, Function<String, @Nullable String> unknown) {
      String id = of.path("id").isNumber() ? of.get("id").asString() : text(of, path + ".", "id");
      int size = whole(of, path + ".", "size", 0, Integer.MAX_VALUE);
      if (size > capacity) {
        wrong(
            path + ".size",
            size + " of order " + id,
            "No trolley holds more than %d: split the order or give a larger capacity."
                .formatted(capacity));
      }
      Set<String> slots = new LinkedHashSet<>();
      long[] units = new long[1];
      each(
          of,
          path + ".",
          "lines",
          (line, at) -> {
            slots.add(slot(line, at, unknown));
            units[0] += line.has("qty") ? whole(line, at + ".", "qty", 0, 1_000_000_000) : 1;
          });
      return new Order(id, size, slots, units[0]);
    }

    private String slot(JsonNode line, String path, Function<String, @Nullable String> unknown) {
      String slot = text(line, path + ".", "slot");
      String remedy = slot.isEmpty() ? null : unknown.apply(slot);
      if (remedy != null) {
        wrong(path + ".slot", slot, remedy);
      }
      return slot;
    }

    private interface Element {
      void take(JsonNode element, String path);
    }

    private void each(JsonNode of, String at, String field, Element element) {
      JsonNode list = of.path(field);
      if (!list.isArray() || list.isEmpty()) {
        wrong(at + field, said(of, field), "Give a list with at least one element.");
        return;
      }
      for (int i = 0; i < list.size() && faults.size() < MOST_FAULTS; i++) {
        element.take(list.get(i), "%s%s[%d]".formatted(at, field, i));
      }
    }

    private JsonNode object(JsonNode of, String at, String field) {
      if (!of.path(field).isObject()) {
        wrong(at + field, said(of, field), "Give an object.");
      }
      return of.path(field);
    }

    private String text(JsonNode of, String at, String field) {
      JsonNode value = of.path(field);
      if (!value.isString() || value.asString().isBlank()) {
        wrong(at + field, said(of, field), "Give a text.");
        return "";
      }
      return value.asString();
    }

    private int whole(JsonNode of, String at, String field, int least, int most) {
      return whole(of.path(field), at + field, least, most);
    }

    private int whole(JsonNode value, String path, int least, int most) {
      boolean number = value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
      if (!number || value.asDouble() < least || value.asDouble() > most) {
        wrong(path, said(value), "Give a whole number from %d to %d.".formatted(least, most));
        return least;
      }
      return value.asInt();
    }

    private double length(JsonNode of, String at, String field) {
      JsonNode value = of.path(field);
      if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= 1e6)) {
        wrong(at + field, said(value), "Give a number from 0 to 1,000,000.");
        return 0;
      }
      return value.asDouble();
    }

    private static String said(JsonNode of, String field) {
      return said(of.path(field));
    }

    private static String said(JsonNode value) {
      return value.isMissingNode() ? "missing" : value.toString();
    }

    private void wrong(String field, String value, String remedy) {
      faults.add(new Refusal.Fault(field, value, remedy));
    }
  }
}
