package dev.ordo.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ordo.RunningServer;
import dev.ordo.address.RawAddress;
import dev.ordo.address.Receiver;
import dev.ordo.carrier.CarrierPrice;
import dev.ordo.carrier.CarrierVectors;
import dev.ordo.carrier.Carriers;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Stages;
import dev.ordo.order.NewOrder;
import dev.ordo.order.Order;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import dev.ordo.shared.SqlTime;
import dev.ordo.shipping.HandOvers;
import dev.ordo.shipping.PackedParcel;
import dev.ordo.shipping.Parcel;
import dev.ordo.shipping.Parcels;
import dev.ordo.shipping.WaybillStatus;
import dev.ordo.shipping.Waybills;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A packed parcel on its whole way: through the real route to a carrier, and back by its scans. */
class ParcelJourneyTests extends RunningServer {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final String NUMBER = "SF1000000000001";
  private static final HttpServer CARRIER = start();

  @Autowired private Orders orders;
  @Autowired private Consignments consignments;
  @Autowired private Carriers carriers;
  @Autowired private Parcels parcels;
  @Autowired private Waybills waybills;
  @Autowired private HandOvers handOvers;
  @Autowired private Traces traces;
  @Autowired private Alerts alerts;
  @Autowired private Stages stages;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Ids ids;

  @DynamicPropertySource
  static void carrier(DynamicPropertyRegistry registry) {
    registry.add("ordo.carrier.sf.url", () -> "http://localhost:" + CARRIER.getAddress().getPort());
    registry.add("ordo.carrier.credentials.sf.key", () -> "ORDO");
    registry.add("ordo.carrier.credentials.sf.secret", () -> "secret");
    registry.add("ordo.journey.autostart", () -> false);
  }

  @AfterAll
  static void stop() {
    CARRIER.stop(0);
  }

  @BeforeEach
  void company() {
    carriers.putCarriers(List.of(CarrierVectors.carrier("SF")));
    carriers.putPrices(
        List.of(
            new CarrierPrice(
                "SF", "*", "*", true, 1000, new BigDecimal("18"), 1000, BigDecimal.TWO, 2)));
    send(
        api("/api/warehouses")
            .PUT(
                BodyPublishers.ofString(
                    """
                    [{"code":"SH1","name":"Shanghai","zone":"Asia/Shanghai","provinceCode":"31",
                      "cityCode":"3101","address":"1 Logistics Road","priority":1,
                      "layout":{"aisles":2,"cellsPerBlock":[5],"aisleToAisle":5,"cellToCell":1,
                      "frontCrossAisleToFirstCell":1,"lastCellToBackCrossAisle":2,
                      "depot":{"crossAisle":0,"links":[{"aisle":0,"distance":0.5}]}}}]\
                    """)));
  }

  @Test
  void getsItsWaybillLeavesIsScannedAndArrives() {
    long consignment = packedConsignment();
    List<Long> packed =
        transactions.execute(s -> parcels.packed(consignment, List.of(box(), box()), "packer"));
    assertThat(packed).hasSize(2);

    waybills.request(packed);
    assertThat(parcels.load(packed))
        .allSatisfy(
            p -> {
              assertThat(p.status()).isEqualTo(WaybillStatus.ISSUED);
              assertThat(p.routeCode()).isEqualTo("755WE-571A3");
              assertThat(p.freight()).isEqualByComparingTo("18");
            })
        .extracting(Parcel::waybillNo)
        .doesNotHaveDuplicates();
    assertThat(label(packed.getFirst())).startsWith("%PDF");

    jdbc.update("UPDATE parcel SET departs_at = ?", SqlTime.of(Instant.EPOCH));
    transactions.executeWithoutResult(s -> handOvers.handOver(packed));
    stages.runDue();
    assertThat(consignments.find(consignment).orElseThrow().status())
        .isEqualTo(ConsignmentStatus.HANDED_OVER);
    assertThat(traces.load(packed)).hasSize(2);

    String number = parcels.find(packed.getFirst()).orElseThrow().waybillNo();
    assertThat(push(number, "33", "派送不成功").statusCode()).isEqualTo(200);
    transactions.executeWithoutResult(s -> alerts.check(packed));
    assertThat(traces.find(packed.getFirst()).orElseThrow().alerts())
        .containsExactly("FAILED_DELIVERY");
    assertThat(openTasks(packed.getFirst())).containsExactly("FAILED_DELIVERY");

    for (Parcel parcel : parcels.load(packed)) {
      push(parcel.waybillNo(), "80", "已签收");
      push(parcel.waybillNo(), "80", "已签收");
    }
    transactions.executeWithoutResult(s -> alerts.check(packed));
    assertThat(openTasks(packed.getFirst())).isEmpty();
    assertThat(consignments.find(consignment).orElseThrow().status())
        .isEqualTo(ConsignmentStatus.DELIVERED);
    long order = consignments.find(consignment).orElseThrow().orderIds().getFirst();
    assertThat(orders.find(order).orElseThrow().status()).isEqualTo(OrderStatus.DELIVERED);
  }

  @Test
  void aPushWithAForeignSignatureIsRefused() {
    HttpResponse<String> answer =
        send(
            form("/api/carrier-push/sf")
                .POST(BodyPublishers.ofString("msgData=%7B%7D&timestamp=1&msgDigest=x")));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private String label(long parcel) {
    return send(api("/api/parcels/" + Ids.text(parcel) + "/label.pdf").GET()).body();
  }

  private List<String> openTasks(long parcel) {
    return jdbc.queryForList(
        "SELECT kind FROM task WHERE subject_id = ? AND closed_at IS NULL", String.class, parcel);
  }

  private java.net.http.HttpRequest.Builder form(String path) {
    return java.net.http.HttpRequest.newBuilder(at(path))
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
  }

  private HttpResponse<String> push(String number, String code, String text) {
    String now = TIME.format(LocalDateTime.now(ZoneId.of("Asia/Shanghai")));
    String data =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "Body",
                    Map.of(
                        "WaybillRoute",
                        List.of(
                            Map.of(
                                "mailno", number,
                                "acceptTime", now,
                                "acceptAddress", "X",
                                "remark", text,
                                "opCode", code)))));
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("msgData", data);
    parameters.put("timestamp", "1");
    parameters.put("msgDigest", digest(data, "1"));
    return send(
        form("/api/carrier-push/sf")
            .POST(BodyPublishers.ofString(dev.ordo.carrier.Wires.form(parameters))));
  }

  private long packedConsignment() {
    long order = order();
    Order stored = orders.find(order).orElseThrow();
    long id = ids.next();
    jdbc.update(
        """
        INSERT INTO consignment (id, warehouse, status, merge_scope, buyer_key, receiver_key,
          receiver_order_id, receiver_token, country, province_code, city_code, district_code,
          region, name_mask, phone_mask, detail_mask, bucket, appointed_carrier, excluded_carriers,
          carrier, pick_method, promised_at, weight_g, volume_mm3, units, goods_classes,
          goods_amount, cod_amount, currency, created_at, attempts)
        SELECT ?, 'SH1', 'PACKED', merge_scope, buyer_key, receiver_key, id, receiver_token,
          country, province_code, city_code, district_code, region, name_mask, phone_mask,
          detail_mask, 'NORMAL', '', '', '', '', promised_at, 500, 1000000, 1, 'NORMAL',
          goods_amount, 0, currency, received_at, 0
          FROM sales_order WHERE id = ?\
        """,
        id,
        order);
    jdbc.update(
        """
        INSERT INTO allocation (id, consignment_id, order_id, order_line_id, shop, platform_no,
          line_no, sku, name, qty, amount, live)
        VALUES (?, ?, ?, ?, 'S1', 'P1', '1', 'SKU-1', 'Cup', 1, 50, TRUE)\
        """,
        ids.next(),
        id,
        order,
        stored.lines().getFirst().id());
    jdbc.update("UPDATE sales_order SET status = 'PLANNED' WHERE id = ?", order);
    return id;
  }

  private long order() {
    BigDecimal fifty = new BigDecimal("50.00");
    Instant now = Instant.now();
    NewOrder order =
        new NewOrder(
            "S1",
            "P1",
            1,
            OrderStatus.RECEIVED,
            "S",
            "buyer",
            "nick",
            "CNY",
            fifty,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            fifty,
            fifty,
            false,
            "express",
            now,
            now,
            now.plusSeconds(86_400),
            new Receiver(
                "张三", "13800001234", RawAddress.inChina("广东省", "深圳市", "南山区", "科技园路二十八号"), ""),
            "",
            "",
            false,
            Set.of(),
            List.of(
                new NewOrder.Line(
                    "1", "SKU-1", "SKU-1", "Cup", 1, fifty, BigDecimal.ZERO, fifty, false)));
    return java.util.Objects.requireNonNull(
            transactions.execute(s -> orders.insert(List.of(order))))
        .getFirst()
        .orderId();
  }

  private static PackedParcel box() {
    return new PackedParcel("C1", "", BigDecimal.ONE, BigDecimal.ZERO, 620, 2_000_000);
  }

  private static HttpServer start() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
      server.createContext("/", ParcelJourneyTests::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Plays SF's gateway: checks the digest, gives one number per order number. */
  private static void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form =
        Arrays.stream(body.split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    String data = form.get("msgData");
    boolean signed = digest(data, form.get("timestamp")).equals(form.get("msgDigest"));
    byte[] reply =
        JsonMapper.shared()
            .writeValueAsString(
                signed
                    ? Map.of("apiResultCode", "A1000", "apiResultData", result(data))
                    : Map.of("apiResultCode", "A1006", "apiErrorMsg", "bad signature"))
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  private static String result(String data) {
    String orderNo = JsonMapper.shared().readTree(data).path("orderId").asString("");
    String number = NUMBER.substring(0, 8) + Math.floorMod(orderNo.hashCode(), 10_000_000);
    return """
    {"success":true,"msgData":{"waybillNoInfoList":[{"waybillType":1,"waybillNo":"%s"}],
     "routeLabelInfo":[{"routeLabelData":{"destRouteLabel":"755WE-571A3",
     "destTransferCode":"755WB","proName":"SF"}}]}}\
    """
        .formatted(number);
  }

  private static String digest(String data, String timestamp) {
    String text = java.net.URLEncoder.encode(data + timestamp + "secret", StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(dev.ordo.carrier.Wires.md5(text));
  }
}
