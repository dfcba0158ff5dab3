package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.carrier.SfGateway;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Delivering;
import dev.ordo.journey.Outbox;
import dev.ordo.journey.Stages;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import dev.ordo.shipping.Parcel;
import dev.ordo.shipping.Parcels;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;

/**
 * Takes orders of two cups and a jar from the shop's door to the books: what stages do is done by
 * the stages, what people and carriers do comes over HTTP.
 */
@TestComponent
public class WholeJourney {
  private final JourneyCompany company;
  private final CupAndJar cupAndJar;
  private final Stages stages;
  private final Outbox outbox;
  private final Orders orders;
  private final Consignments consignments;
  private final Parcels parcels;
  private final RoundTrips roundTrips;
  private final SettableClock clock;

  WholeJourney(
      JourneyCompany company,
      CupAndJar cupAndJar,
      Stages stages,
      Outbox outbox,
      Orders orders,
      Consignments consignments,
      Parcels parcels,
      RoundTrips roundTrips,
      SettableClock clock) {
    this.company = company;
    this.cupAndJar = cupAndJar;
    this.stages = stages;
    this.outbox = outbox;
    this.orders = orders;
    this.consignments = consignments;
    this.parcels = parcels;
    this.roundTrips = roundTrips;
    this.clock = clock;
  }

  /**
   * Orders that made it.
   *
   * @param statements what went to the database in the dearest batch of each stage
   */
  record Made(
      List<Order> orders,
      List<Consignment> consignments,
      List<Parcel> parcels,
      Map<String, List<String>> statements) {

    /** How often each stage went to the database. */
    Map<String, Integer> roundTrips() {
      Map<String, Integer> counts = new LinkedHashMap<>();
      statements.forEach((stage, all) -> counts.put(stage, all.size()));
      return counts;
    }
  }

  Made drive(RunningServer server, String prefix, int count) {
    Map<String, List<String>> statements = new LinkedHashMap<>();
    List<Long> planned = handedOver(server, prefix, count, statements);
    clock.tick(Duration.ofHours(3));
    stage("track", statements);
    push(server, planned, "50", "已收件");
    clock.tick(Duration.ofHours(20));
    push(server, planned, "80", "已签收");
    stage("alert", statements);
    Delivering.all(outbox);
    stage("settle", statements);
    Delivering.all(outbox);
    List<Consignment> arrived = consignments.load(planned);
    return new Made(
        orders.load(arrived.stream().flatMap(c -> c.orderIds().stream()).toList()),
        arrived,
        parcels.ofConsignments(planned),
        statements);
  }

  /** Such orders that review let pass. */
  public List<Long> released(RunningServer server, String prefix, int count) {
    supply(count);
    arrive(server, prefix, count);
    stages.runBatch("order-review");
    Delivering.all(outbox);
    return orderIds(prefix, count);
  }

  /** An order whose address only points elsewhere, held by review. */
  public long held(RunningServer server, String prefix) {
    supply(1);
    String order = order(prefix, 0).replaceAll("\"detail\": \"[^\"]*\"", "\"detail\": \"同上\"");
    assertThat(server.post("/api/orders/batch", "[" + order + "]").body()).contains("\"stored\":1");
    stages.runBatch("order-review");
    return orderIds(prefix, 1).getFirst();
  }

  /** Such orders whose consignments wait for a wave. */
  List<Long> allocated(RunningServer server, String prefix, int count) {
    List<Long> released = released(server, prefix, count);
    clock.tick(Duration.ofMinutes(31));
    stages.runBatch("plan-due");
    stages.runBatch("allocate");
    return released;
  }

  Made delivered(RunningServer server, String prefix, int count) {
    supply(count);
    return drive(server, prefix, count);
  }

  private void supply(int count) {
    company.open();
    cupAndJar.open();
    cupAndJar.arrive(count);
  }

  private void arrive(RunningServer server, String prefix, int count) {
    assertThat(server.post("/api/orders/batch", batch(prefix, count)).body())
        .contains("\"stored\":" + count);
  }

  private List<Long> orderIds(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> orders.find(CupAndJar.SHOP, prefix + i).orElseThrow().id())
        .toList();
  }

  /** Consignments of such orders that a carrier has just taken. */
  public List<Long> handedOver(RunningServer server, String prefix, int count) {
    supply(count);
    return handedOver(server, prefix, count, new LinkedHashMap<>());
  }

  /** The company and goods for so many orders. */
  public void open(int orders) {
    company.open();
    cupAndJar.open();
    cupAndJar.arrive(orders);
  }

  /** One order comes in at the shop's door. */
  public void order(RunningServer server, String prefix) {
    assertThat(server.post("/api/orders/batch", batch(prefix, 1)).body()).contains("\"stored\":1");
  }

  private List<Long> handedOver(
      RunningServer server, String prefix, int count, Map<String, List<String>> statements) {
    arrive(server, prefix, count);
    stage("order-review", statements);
    clock.tick(Duration.ofMinutes(31));
    stage("plan-due", statements);
    stage("allocate", statements);
    clock.tick(Duration.ofMinutes(31));
    stage("wave", statements);
    stage("wave-plan", statements);
    List<Long> planned = consignments(prefix, count);
    FloorHands hands = new FloorHands(server);
    hands.pickAll(CupAndJar.WAREHOUSE, CupAndJar.PICKER);
    hands.packAll(planned);
    stage("waybill", statements);
    labels(server, planned);
    clock.tick(Duration.ofHours(3));
    stage("hand-over", statements);
    Delivering.all(outbox);
    return planned;
  }

  private List<Long> consignments(String prefix, int count) {
    return consignments.ofOrders(orderIds(prefix, count)).stream().map(Consignment::id).toList();
  }

  /** Runs a stage until nothing is due. */
  private void stage(String pool, Map<String, List<String>> statements) {
    AtomicInteger rows = new AtomicInteger();
    do {
      List<String> batch = roundTrips.of(() -> rows.set(stages.runBatch(pool)));
      statements.merge(pool, batch, (a, b) -> a.size() < b.size() ? b : a);
    } while (rows.get() > 0);
  }

  private void labels(RunningServer server, List<Long> planned) {
    for (Parcel parcel : parcels.ofConsignments(planned)) {
      String path = "/api/parcels/" + Ids.text(parcel.id()) + "/label.pdf";
      assertThat(server.get(path).body()).startsWith("%PDF");
    }
  }

  private void push(RunningServer server, List<Long> planned, String code, String text) {
    for (Parcel parcel : parcels.ofConsignments(planned)) {
      HttpResponse<String> answer =
          RunningServer.send(
              HttpRequest.newBuilder(server.at("/api/carrier-push/sf"))
                  .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                  .POST(
                      BodyPublishers.ofString(
                          SfGateway.push(parcel.waybillNo(), code, text, clock.now()))));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  private String batch(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> order(prefix, i))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** What the shop sends about one such order, {@code <no>} being its whole number. */
  public String json(String no) {
    return order(no, 0).replace("\"" + no + "0\"", "\"" + no + "\"");
  }

  private String order(String prefix, int i) {
    int place = Math.floorMod(prefix.hashCode(), 800) + i;
    return """
    {"shop": "MINI9", "platformNo": "%s", "createdAt": "%s", "paidAt": "%s", "modifiedAt": "%s",
     "buyer": {"id": "%s"}, "receiver": {"name": "李小明", "phone": "139%08d",
       "province": "浙江省", "city": "杭州市", "district": "西湖区", "detail": "文三路%d号华星时代广场A座"},
     "goodsAmount": "105.50", "freight": "6.00", "total": "111.50", "paid": "111.50",
     "lines": [
       {"lineNo": "1", "sku": "CUP", "qty": 2, "price": "30.00", "amount": "60.00"},
       {"lineNo": "2", "sku": "JAR", "qty": 1, "price": "45.50", "amount": "45.50"}]}\
    """
        .formatted(
            prefix + i, clock.now(), clock.now(), clock.now(), prefix + i, place * 37, place);
  }
}
