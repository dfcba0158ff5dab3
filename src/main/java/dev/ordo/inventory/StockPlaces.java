package dev.ordo.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Knows at which locations units lie and which of them a pick list has been promised. */
@Repository
class StockPlaces {
  /** Where units are booked that nobody found; nothing is picked from there. */
  static final String MISSING = "?";

  private static final String OF_SKUS =
      """
      SELECT warehouse, location, sku, batch, on_hand - reserved AS free FROM stock_place
       WHERE sku = ANY(?) AND on_hand > reserved AND location <> '?'
       ORDER BY warehouse, location, sku, batch FOR UPDATE\
      """;
  private static final String PLACE_IS =
      " WHERE warehouse = ? AND location = ? AND sku = ? AND batch = ?";

  /** The whole batch at once: its rows are locked already, so their order does not matter. */
  private static final String RESERVE =
      """
      MERGE INTO stock_place p
      USING (SELECT * FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),
             CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS INTEGER ARRAY))
             AS u (warehouse, location, sku, batch, qty)) AS n
         ON p.warehouse = n.warehouse AND p.location = n.location AND p.sku = n.sku
            AND p.batch = n.batch AND p.on_hand - p.reserved >= n.qty
       WHEN MATCHED THEN UPDATE SET reserved = p.reserved + n.qty\
      """;

  private static final String FREE =
      "UPDATE stock_place SET reserved = reserved - ?" + PLACE_IS + " AND reserved >= ?";
  private static final String TAKE =
      "UPDATE stock_place SET on_hand = on_hand - ?, reserved = reserved - ?"
          + PLACE_IS
          + " AND reserved >= ?";
  private static final String PUT = "UPDATE stock_place SET on_hand = on_hand + ?" + PLACE_IS;
  private static final String FIRST =
      """
      INSERT INTO stock_place (warehouse, location, sku, batch, on_hand, reserved)
      VALUES (?, ?, ?, ?, 0, 0) ON CONFLICT DO NOTHING\
      """;

  private record Spot(String warehouse, String location, String sku, String batch)
      implements Comparable<Spot> {
    private static final Comparator<Spot> ORDER =
        Comparator.comparing(Spot::warehouse)
            .thenComparing(Spot::location)
            .thenComparing(Spot::sku)
            .thenComparing(Spot::batch);

    @Override
    public int compareTo(Spot other) {
      return ORDER.compare(this, other);
    }

    Object[] columns() {
      return new Object[] {warehouse, location, sku, batch};
    }
  }

  private final JdbcTemplate jdbc;

  StockPlaces(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<Demand, List<Place>> reserve(Collection<Stock.PlaceRequest> requests) {
    Map<String, TreeMap<Spot, Integer>> free = freeSpots(requests);
    Map<Demand, List<Place>> reserved = new LinkedHashMap<>();
    for (Stock.PlaceRequest request : requests) {
      TreeMap<Spot, Integer> spots =
          free.getOrDefault(request.warehouse() + " " + request.sku(), new TreeMap<>());
      List<Place> places = choose(request, spots);
      if (!places.isEmpty()) {
        reserved.put(request.demand(), places);
      }
    }
    markReserved(perSpot(reserved.values().stream().flatMap(List::stream).toList()));
    return reserved;
  }

  private void markReserved(TreeMap<Spot, Integer> qtyBySpot) {
    int rows =
        jdbc.update(
            RESERVE,
            column(qtyBySpot, Spot::warehouse),
            column(qtyBySpot, Spot::location),
            column(qtyBySpot, Spot::sku),
            column(qtyBySpot, Spot::batch),
            qtyBySpot.values().toArray(Integer[]::new));
    if (rows != qtyBySpot.size()) {
      throw gone(qtyBySpot);
    }
  }

  private static String[] column(TreeMap<Spot, Integer> qtyBySpot, Function<Spot, String> column) {
    return qtyBySpot.keySet().stream().map(column).toArray(String[]::new);
  }

  private static IllegalStateException gone(TreeMap<Spot, Integer> qtyBySpot) {
    return new IllegalStateException(
        "A place among (%s) does not hold the units any more.".formatted(qtyBySpot.keySet()));
  }

  void free(Collection<Place> places) {
    change(FREE, places, 1, true);
  }

  void take(Collection<Place> places) {
    change(TAKE, places, 2, true);
  }

  /** What the books have at these locations beyond what is promised. */
  List<Place> free(String sku, Set<String> locations) {
    List<Place> free = new ArrayList<>();
    jdbc.query(
        OF_SKUS,
        row -> {
          if (locations.contains(row.getString("location"))) {
            free.add(
                new Place(
                    row.getString("warehouse"),
                    row.getString("location"),
                    row.getString("sku"),
                    row.getString("batch"),
                    row.getInt("free")));
          }
        },
        (Object) new String[] {sku});
    return free;
  }

  /** Promises units that lie at these places. */
  void reserve(List<Place> places) {
    markReserved(perSpot(places));
  }

  void put(Collection<Place> places) {
    jdbc.batchUpdate(FIRST, perSpot(places).keySet().stream().map(Spot::columns).toList());
    change(PUT, places, 1, false);
  }

  private static List<Place> choose(Stock.PlaceRequest request, TreeMap<Spot, Integer> all) {
    TreeMap<Spot, Integer> spots = all;
    if (!request.butNot().isEmpty()) {
      spots = new TreeMap<>(all);
      spots.keySet().removeIf(spot -> request.butNot().contains(spot.location()));
    }
    if (spots.values().stream().mapToInt(Integer::intValue).sum() < request.qty()) {
      return List.of();
    }
    List<Place> chosen = new ArrayList<>();
    int open = request.qty();
    for (Map.Entry<Spot, Integer> spot : smallestFirst(spots, open)) {
      int units = Math.min(open, spot.getValue());
      if (units > 0) {
        Spot s = spot.getKey();
        chosen.add(new Place(s.warehouse(), s.location(), s.sku(), s.batch(), units));
        all.merge(s, -units, Integer::sum);
        open -= units;
      }
    }
    return chosen;
  }

  /** One stop beats two: a place that holds all comes first, then small rests are used up. */
  private static List<Map.Entry<Spot, Integer>> smallestFirst(
      TreeMap<Spot, Integer> spots, int qty) {
    return spots.entrySet().stream()
        .map(e -> Map.entry(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing((Map.Entry<Spot, Integer> e) -> e.getValue() < qty)
                .thenComparing(Map.Entry::getValue))
        .toList();
  }

  private Map<String, TreeMap<Spot, Integer>> freeSpots(Collection<Stock.PlaceRequest> requests) {
    String[] skus =
        requests.stream().map(Stock.PlaceRequest::sku).distinct().sorted().toArray(String[]::new);
    Map<String, TreeMap<Spot, Integer>> free = new HashMap<>();
    jdbc.query(
        OF_SKUS,
        row -> {
          Spot spot =
              new Spot(
                  row.getString("warehouse"),
                  row.getString("location"),
                  row.getString("sku"),
                  row.getString("batch"));
          free.computeIfAbsent(spot.warehouse() + " " + spot.sku(), k -> new TreeMap<>())
              .put(spot, row.getInt("free"));
        },
        (Object) skus);
    return free;
  }

  private void change(String sql, Collection<Place> places, int leading, boolean guarded) {
    TreeMap<Spot, Integer> qtyBySpot = perSpot(places);
    int[] rows =
        jdbc.batchUpdate(
            sql,
            qtyBySpot.entrySet().stream()
                .map(e -> arguments(e.getKey(), e.getValue(), leading, guarded))
                .toList());
    for (int count : rows) {
      if (count != 1) {
        throw gone(qtyBySpot);
      }
    }
  }

  private static Object[] arguments(Spot spot, int qty, int leading, boolean guarded) {
    Object[] arguments = new Object[leading + 4 + (guarded ? 1 : 0)];
    java.util.Arrays.fill(arguments, qty);
    System.arraycopy(spot.columns(), 0, arguments, leading, 4);
    return arguments;
  }

  private static TreeMap<Spot, Integer> perSpot(Collection<Place> places) {
    TreeMap<Spot, Integer> qtyBySpot = new TreeMap<>();
    places.forEach(
        p ->
            qtyBySpot.merge(
                new Spot(p.warehouse(), p.location(), p.sku(), p.batch()), p.qty(), Integer::sum));
    return qtyBySpot;
  }
}
