package dev.ordo.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares Ordo's database with the books of the simulated shops and carriers. */
final class Accounts {
  /** A shop calls an order shipped with its first parcel; the rest may wait for presale goods. */
  private static final Set<String> GONE =
      Set.of("PARTIALLY_SHIPPED", "SHIPPED", "DELIVERED", "COMPLETED");

  private static final Set<String> SHIPPED_AT_SHOP = Set.of("SHIPPED", "DONE");

  /** An order as Ordo has it. */
  private record Known(String key, String status, int holds, String waybills) {}

  private final Map<String, JsonNode> sold;
  private final Map<String, JsonNode> carried;
  private final Map<String, List<Known>> known;
  private final Map<String, Instant> askedUpTo;
  private final Set<String> waybills;
  private final String incidents;
  private final List<String> faults = new ArrayList<>();

  private Accounts(
      Map<String, JsonNode> sold,
      Map<String, JsonNode> carried,
      List<Known> known,
      Map<String, Instant> askedUpTo,
      Set<String> waybills,
      String incidents) {
    this.sold = sold;
    this.carried = carried;
    this.known = known.stream().collect(Collectors.groupingBy(Known::key));
    this.askedUpTo = askedUpTo;
    this.waybills = waybills;
    this.incidents = incidents;
  }

  static Accounts of(Path world, Database database) throws IOException {
    JdbcTemplate jdbc = database.open();
    Accounts accounts =
        new Accounts(
            read(world.resolve("orders.jsonl"), o -> text(o, "shop") + ":" + text(o, "no")),
            read(world.resolve("parcels.jsonl"), p -> text(p, "waybill")),
            known(jdbc),
            askedUpTo(jdbc),
            Set.copyOf(
                jdbc.queryForList(
                    "SELECT waybill_no FROM parcel WHERE waybill_status IN ('ISSUED', 'PRINTED')",
                    String.class)),
            String.join(
                " ",
                jdbc.queryForList("SELECT subject || ' ' || faults FROM incident", String.class)));
    accounts.compare();
    return accounts;
  }

  private static List<Known> known(JdbcTemplate jdbc) {
    return jdbc.query(
        """
        SELECT o.shop, o.platform_no, o.status, o.open_holds,
               (SELECT string_agg(DISTINCT p.waybill_no, ' ') FROM parcel p JOIN allocation a
                    ON a.consignment_id = p.consignment_id
                 WHERE a.order_id = o.id AND a.live AND p.waybill_status <> 'VOIDED') AS waybills
          FROM sales_order o\
        """,
        (row, i) ->
            new Known(
                row.getString(1) + ":" + row.getString(2),
                row.getString(3),
                row.getInt(4),
                " " + row.getString(5) + " "));
  }

  /** Business time up to which each shop was asked for its orders. */
  private static Map<String, Instant> askedUpTo(JdbcTemplate jdbc) {
    return jdbc.queryForList("SELECT shop, pulled_to FROM channel_cursor").stream()
        .collect(
            Collectors.toMap(
                row -> (String) row.get("shop"),
                row ->
                    row.get("pulled_to") instanceof OffsetDateTime time
                        ? time.toInstant()
                        : ((Timestamp) row.get("pulled_to")).toInstant()));
  }

  /** The last line of a key is the truth; a kill may have left half a line. */
  private static Map<String, JsonNode> read(Path journal, Function<JsonNode, String> key)
      throws IOException {
    Map<String, JsonNode> things = new LinkedHashMap<>();
    for (String line : Files.readAllLines(journal)) {
      try {
        JsonNode thing = JsonMapper.shared().readTree(line);
        things.put(key.apply(thing), thing);
      } catch (JacksonException e) {
        System.out.println("A half-written line of " + journal.getFileName() + " is passed over.");
      }
    }
    return things;
  }

  private static String text(JsonNode thing, String field) {
    return thing.path(field).asString("");
  }

  private void compare() {
    sold.forEach(this::compare);
    known.keySet().stream()
        .filter(key -> !sold.containsKey(key))
        .forEach(key -> faults.add(key + " is in Ordo but was never sold"));
    Map<String, String> live = new TreeMap<>();
    carried.forEach(
        (waybill, parcel) -> {
          String other = live.put(text(parcel, "orderNo"), waybill);
          if (!parcel.path("cancelled").asBoolean()) {
            check(
                other == null,
                "parcel %s has the waybills %s and %s",
                text(parcel, "orderNo"),
                waybill,
                other);
            check(waybills.contains(waybill), "waybill %s is of no parcel", waybill);
          }
        });
    waybills.forEach(no -> check(carried.containsKey(no), "waybill %s was never given out", no));
  }

  private void compare(String key, JsonNode order) {
    List<Known> rows = known.getOrDefault(key, List.of());
    String state = text(order, "state");
    if (rows.isEmpty()) {
      boolean explained =
          state.equals("WAIT_PAY") || incidents.contains(text(order, "no")) || isYetToCome(order);
      check(explained, "%s (%s) is lost", key, state);
      return;
    }
    check(rows.size() == 1, "%s is there %d times", key, rows.size());
    Known row = rows.getFirst();
    boolean gone = GONE.contains(row.status);
    boolean told = SHIPPED_AT_SHOP.contains(state);
    check(gone == told, "%s is %s in Ordo but %s at its shop", key, row.status, state);
    check(
        !told || row.waybills.contains(" " + text(order, "waybill") + " "),
        "%s: the shop was told %s, its parcels are %s",
        key,
        text(order, "waybill"),
        row.waybills);
    boolean waits = row.holds > 0 || row.status.equals("CANCELLED") || state.equals("WAIT_PAY");
    check(gone || waits, "%s stands still in %s", key, row.status);
  }

  /** A fast clock may run ahead of the half-hour windows in which two platforms are asked. */
  private boolean isYetToCome(JsonNode order) {
    Instant asked = askedUpTo.getOrDefault(text(order, "shop"), Instant.MAX);
    return Instant.parse(text(order, "modified")).isAfter(asked);
  }

  private void check(boolean holds, String otherwise, Object... values) {
    if (!holds) {
      faults.add(otherwise.formatted(values));
    }
  }

  List<String> faults() {
    return faults;
  }

  String summary() {
    return "%d orders sold, %d in Ordo %s, %d waybills given out, %d of live parcels"
        .formatted(
            sold.size(),
            known.size(),
            known.values().stream()
                .map(rows -> rows.getFirst().status)
                .collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting())),
            carried.size(),
            waybills.size());
  }
}
