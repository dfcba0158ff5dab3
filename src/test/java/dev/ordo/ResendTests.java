package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.journey.Delivering;
import dev.ordo.journey.Incident;
import dev.ordo.journey.Incidents;
import dev.ordo.journey.NewIncident;
import dev.ordo.journey.Outbox;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import dev.ordo.shared.BusinessClock;
import dev.ordo.shared.Refusal;
import dev.ordo.shared.SqlTime;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was set aside is taken again once its cause is mended, and only then. */
class ResendTests extends StillServer {
  private static final String HEAD =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  @Autowired Incidents incidents;
  @Autowired Orders orders;
  @Autowired Outbox outbox;
  @Autowired WholeJourney journey;
  @Autowired BusinessClock business;
  @Autowired JdbcTemplate jdbc;

  @Test
  void aCancellationFindsTheInvoiceThatCameLater() {
    put("/api/shops", shop());
    file("uci-first.csv", "C901,RS-CUP,Cup,-2,2011-03-02 10:00:00,2.5,17850,United Kingdom\n");
    Incident waiting = incident("channel-file", "C901 RS-CUP");
    assertThat(sealed(waiting)).doesNotContain("17850");
    assertThat(incidents.payload(waiting.id())).contains("17850", "RS-CUP");

    assertThatThrownBy(() -> incidents.resend(waiting.id(), null)).isInstanceOf(Refusal.class);
    assertThat(status(waiting)).isEqualTo(Incident.Status.OPEN);

    file("uci-second.csv", "901,RS-CUP,Cup,6,2011-03-01 10:00:00,2.5,17850,United Kingdom\n");
    Incident article = incident("channel", "UCI:901");
    put("/api/products", product("RS-CUP"));
    assertThat(resend(article)).isEqualTo(204);
    assertThat(status(article)).isEqualTo(Incident.Status.RESENT);

    assertThat(resend(waiting)).isEqualTo(204);
    assertThat(status(waiting)).isEqualTo(Incident.Status.RESENT);
    Order order = orders.find("UCI", "901").orElseThrow();
    assertThat(order.lines().getFirst().openQty()).isEqualTo(4);
    assertThat(order.lines().getFirst().keptAmount()).isEqualByComparingTo("10.00");
    assertThat(resend(waiting)).isEqualTo(422);
  }

  @Test
  void aLineThatIsNoSaleSaysWhoBooksItAndStaysOpen() {
    file("uci-third.csv", "902,M,Manual,1,2011-03-02 10:00:00,9.9,17850,United Kingdom\n");
    Incident waiting = incident("channel-file", "902 M");
    assertThatThrownBy(() -> incidents.resend(waiting.id(), null))
        .hasMessageContaining("an accountant books it");
    assertThat(status(waiting)).isEqualTo(Incident.Status.OPEN);
  }

  @Test
  void aShopThatRefusedAShipmentIsToldAgain() {
    MiniProgram.close("resend-0", true);
    journey.handedOver(this, "resend-", 1);
    Incident waiting = incident("channel-ship", "MINI9:resend-0");
    assertThatThrownBy(() -> incidents.resend(waiting.id(), null))
        .hasMessageContaining("refuses it still");
    assertThat(status(waiting)).isEqualTo(Incident.Status.OPEN);

    MiniProgram.close("resend-0", false);
    incidents.resend(waiting.id(), null);
    assertThat(status(waiting)).isEqualTo(Incident.Status.RESENT);
    assertThat(MiniProgram.shipments()).filteredOn(s -> s.contains("resend-0")).hasSize(1);
    Delivering.all(outbox);
  }

  @Test
  void aShopThatRefusedToBePulledIsDueAtOnce() {
    Timestamp later = SqlTime.of(business.now().plus(Duration.ofDays(3)));
    jdbc.update(
        """
        INSERT INTO channel_cursor (shop, pulled_to, due_at, pulls, orders, trouble)
        VALUES ('PULLED', ?, ?, 0, 0, '')\
        """,
        later,
        later);
    incidents.raise(
        new NewIncident(
            "channel-pull", "PULL_REFUSED", "channel-pull:PULLED", "PULLED", "PULLED", List.of()));
    incidents.resend(incident("channel-pull", "PULLED").id(), null);
    assertThat(
            jdbc.queryForObject(
                "SELECT count(*) FROM channel_cursor WHERE shop = 'PULLED' AND due_at <= ?",
                Integer.class,
                SqlTime.of(business.now())))
        .isEqualTo(1);
  }

  private Incident incident(String source, String subject) {
    return incidents.list(null, source, "", Long.MAX_VALUE, 1000).stream()
        .filter(i -> i.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private Incident.Status status(Incident incident) {
    return incidents.find(incident.id()).orElseThrow().status();
  }

  private String sealed(Incident incident) {
    byte[] bytes =
        jdbc.queryForObject(
            "SELECT payload FROM incident WHERE id = ?", byte[].class, incident.id());
    return new String(java.util.Objects.requireNonNull(bytes), StandardCharsets.ISO_8859_1);
  }

  /** As a clerk does it from another system. */
  private int resend(Incident incident) {
    String basic =
        Base64.getEncoder().encodeToString("admin:ordo".getBytes(StandardCharsets.UTF_8));
    return send(HttpRequest.newBuilder(
                at("/api/incidents/" + dev.ordo.shared.Ids.text(incident.id()) + "/resend"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}")))
        .statusCode();
  }

  private void file(String name, String lines) {
    var answer = post("/api/files?name=" + name, HEAD + lines);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void put(String path, String body) {
    var answer = send(api(path).PUT(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static String shop() {
    return """
    [{"code": "UCI", "platform": "COUNTER", "name": "Gift wholesaler", "currency": "GBP",
      "deliveryMethods": ["counter"]}]\
    """;
  }

  private static String product(String sku) {
    return """
    [{"sku": "%s", "nameEn": "Gift", "weightG": 200, "lengthMm": 100, "widthMm": 100,
      "heightMm": 50, "currency": "GBP", "listPrice": 2, "standardCost": 1}]\
    """
        .formatted(sku);
  }
}
