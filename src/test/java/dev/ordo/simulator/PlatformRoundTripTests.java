package dev.ordo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.channel.Answer;
import dev.ordo.channel.Call;
import dev.ordo.channel.Canonical;
import dev.ordo.channel.CanonicalOrder;
import dev.ordo.channel.Connector;
import dev.ordo.channel.Connector.Paging.Style;
import dev.ordo.channel.Gateway;
import dev.ordo.channel.OrderPage;
import dev.ordo.channel.PlatformTrouble;
import dev.ordo.channel.ShipNotice;
import dev.ordo.channel.StockFigure;
import dev.ordo.channel.Window;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Every platform's connector against the stub of that platform, which checks what it receives. */
class PlatformRoundTripTests {
  private static final Instant NOON = Instant.parse("2026-06-18T04:00:00Z");
  private static final Window WINDOW = new Window(NOON, NOON.plusSeconds(1_800));

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Connector> connectors = new HashMap<>();
  private OrderBook book;
  private Backoffice office;
  private Doors doors;

  @BeforeEach
  void openTheShops() {
    var settings = new SimulatorSettings(0, "http://localhost", "key", 1500, 0.03, 7, folder);
    book = new OrderBook(folder);
    office = new Backoffice(book, () -> WINDOW.to(), null);
    Buyers buyers = new Buyers(settings, new Population(), Assortment.load(7));
    for (int i = 0; i < 500; i++) {
      buyers.orders(i, NOON.plusSeconds(3L * i)).forEach(book::put);
    }
    doors =
        new Doors(
            0,
            List.of(
                new TaobaoDoor(office, Instant::now),
                new JdDoor(office),
                new PddDoor(office, Instant::now),
                new DouyinDoor(office, Instant::now),
                new KuaishouDoor(office),
                new OwnShopDoor(office)));
    try (var context = new AnnotationConfigApplicationContext()) {
      for (Shopfront shop : Shopfront.values()) {
        context.scan("dev.ordo.channel." + shop.path());
      }
      context.refresh();
      context
          .getBeansOfType(Connector.class)
          .values()
          .forEach(c -> connectors.put(c.platform(), c));
    }
  }

  @AfterEach
  void closeTheShops() {
    doors.close();
  }

  @ParameterizedTest
  @EnumSource(Shopfront.class)
  void everyOrderArrivesOnceAndToTheFen(Shopfront shop) throws Exception {
    Connector connector = connectors.get(shop.platform());
    Map<String, CanonicalOrder> pulled =
        pull(connector, shop).stream()
            .collect(Collectors.toMap(CanonicalOrder::platformNo, o -> o));
    List<SimOrder> sold = book.changed(shop.code(), WINDOW.from(), WINDOW.to());
    assertThat(pulled).hasSameSizeAs(sold);
    for (SimOrder order : sold) {
      CanonicalOrder got = pulled.get(order.no());
      assertThat(got.total()).isEqualByComparingTo(BigDecimal.valueOf(order.total(), 2));
      assertThat(got.lines()).hasSameSizeAs(order.lines());
      assertThat(got.lines().getFirst().sku()).isEqualTo(order.lines().getFirst().sku());
      assertThat(got.buyerRemark()).isEqualTo(order.remark());
      assertThat(got.receiver().province()).isEqualTo(order.buyer().province());
      assertThat(got.receiver().masked()).isEqualTo(!shop.plain());
      assertThat(got.modifiedAt().getEpochSecond()).isEqualTo(order.modified().getEpochSecond());
    }
  }

  @ParameterizedTest
  @EnumSource(Shopfront.class)
  void shippingTwiceIsAsGoodAsOnce(Shopfront shop) throws Exception {
    Connector connector = connectors.get(shop.platform());
    SimOrder order =
        book.changed(shop.code(), WINDOW.from(), WINDOW.to()).stream()
            .filter(o -> o.state() == SimOrder.State.PAID)
            .findFirst()
            .orElseThrow();
    ShipNotice notice = new ShipNotice(order.no(), "ZTO", "ZT1234567890", List.of(), true);
    assertThat(connector.answer(send(shop, connector.ship(gateway(shop), notice))))
        .isEqualTo(new Answer.Done(false));
    assertThat(connector.answer(send(shop, connector.ship(gateway(shop), notice))))
        .isEqualTo(new Answer.Done(true));
    ShipNotice wrong = new ShipNotice("404", "ZTO", "ZT1234567890", List.of(), true);
    assertThat(connector.answer(send(shop, connector.ship(gateway(shop), wrong))))
        .isInstanceOf(Answer.Refused.class);
  }

  @ParameterizedTest
  @EnumSource(Shopfront.class)
  void stockIsWhatWasTold(Shopfront shop) throws Exception {
    Connector connector = connectors.get(shop.platform());
    for (StockFigure figure :
        List.of(new StockFigure("A0001", 50, 0, 1), new StockFigure("A0001", 47, 50, 2))) {
      String answer = send(shop, connector.stock(gateway(shop), figure));
      assertThat(connector.answer(answer)).isEqualTo(new Answer.Done(false));
    }
    assertThat(office.stock()).containsEntry(shop.code() + ":A0001", 47);
  }

  @ParameterizedTest
  @EnumSource(Shopfront.class)
  void aWrongSecretIsNoticed(Shopfront shop) throws Exception {
    Connector connector = connectors.get(shop.platform());
    Gateway forged = new Gateway(shop.code(), shop.appKey(), "guess", "token", Instant.now());
    String answer = send(shop, connector.orders(forged, WINDOW, "1"));
    assertThatThrownBy(() -> connector.orderPage(answer)).isInstanceOf(PlatformTrouble.class);
  }

  private List<CanonicalOrder> pull(Connector connector, Shopfront shop) throws Exception {
    List<CanonicalOrder> all = new ArrayList<>();
    Style style = connector.paging().style();
    String next = style == Style.CURSOR ? "" : style == Style.BACKWARD_FROM_ZERO ? "0" : "1";
    while (true) {
      String answer = send(shop, connector.orders(gateway(shop), WINDOW, next));
      OrderPage page = connector.orderPage(answer);
      page.orders().forEach(o -> all.add(Canonical.read(connector.order(shop.code(), o))));
      if (style == Style.CURSOR ? page.next().isEmpty() : all.size() >= page.total()) {
        return all;
      }
      next = style == Style.CURSOR ? page.next() : String.valueOf(Integer.parseInt(next) + 1);
    }
  }

  private static Gateway gateway(Shopfront shop) {
    return new Gateway(shop.code(), shop.appKey(), shop.secret(), "token", Instant.now());
  }

  private String send(Shopfront shop, Call call) throws Exception {
    String query = call.query().isEmpty() ? "" : "?" + Canonical.encoded(call.query());
    URI uri =
        URI.create("http://localhost:" + doors.port() + "/" + shop.path() + call.path() + query);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", call.contentType())
            .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }
}
