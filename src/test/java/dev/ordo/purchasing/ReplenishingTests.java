package dev.ordo.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.RunningServer;
import dev.ordo.TestDatabases;
import dev.ordo.console.Times;
import dev.ordo.shared.BusinessClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class ReplenishingTests extends RunningServer {
  @Autowired Replenishing replenishing;
  @Autowired Purchases purchases;
  @Autowired Sentences sentences;
  @Autowired BusinessClock clock;
  @Autowired Times times;
  @Autowired JdbcTemplate jdbc;

  /** A company of its own, so that no other test's articles are proposed. */
  @DynamicPropertySource
  static void alone(DynamicPropertyRegistry registry) {
    String url = TestDatabases.h2Url();
    registry.add("spring.datasource.url", () -> url);
  }

  @Test
  void proposesOrdersAndReceives() {
    LocalDate today = clock.today(times.zone());
    List<String> days = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      days.add("{\"day\":\"%s\",\"units\":{\"REP-1\":10}}".formatted(today.minusDays(i)));
    }
    String history = "[" + String.join(",", days) + "]";
    assertThat(send(api("/api/demand-history").PUT(body(history))).statusCode()).isEqualTo(200);
    String supplier = "[{\"code\":\"SUP1\",\"name\":\"One\",\"leadDays\":15}]";
    assertThat(send(api("/api/suppliers").PUT(body(supplier))).statusCode()).isEqualTo(200);
    String terms =
        "[{\"sku\":\"REP-1\",\"supplier\":\"SUP1\",\"moq\":200,\"packSize\":50,\"unitCost\":3.5}]";
    assertThat(send(api("/api/supply-terms").PUT(body(terms))).statusCode()).isEqualTo(200);
    assertThat(send(api("/api/suppliers").PUT(body("[{\"code\":\"x y\"}]"))).statusCode())
        .isEqualTo(422);

    jdbc.update("DELETE FROM replenishment_run");
    jdbc.update("DELETE FROM replenishment_proposal");
    assertThat(replenishing.run()).isPositive();
    assertThat(replenishing.run()).isZero();
    Proposal proposal =
        replenishing.open(100).stream()
            .filter(p -> p.sku().equals("REP-1"))
            .findFirst()
            .orElseThrow();
    assertThat(proposal.qty()).isEqualTo(300);
    assertThat(sentences.of(proposal, Locale.ENGLISH))
        .isEqualTo(
            "REP-1 is below safety stock; lead time 15 days; buy 300 today;"
                + " otherwise it will be out of stock for about 15 days.");
    assertThat(sentences.of(proposal, Locale.CHINESE)).contains("采购周期 15 天", "300 件");
    assertThat(get("/api/replenishment").body()).contains("REP-1");

    replenishing.order(proposal.id(), 300, "W1");
    assertThat(replenishing.open(100)).extracting(Proposal::sku).doesNotContain("REP-1");
    GoodsOnWay goods = purchases.onWay(100).getLast();
    assertThat(goods.expectedOn()).isEqualTo(today.plusDays(15));
    String arrival = "/api/goods-on-way/" + goods.poNo() + "/receive?location=A-1";
    assertThat(post(arrival, "").statusCode()).isEqualTo(200);
    assertThat(post(arrival, "").statusCode()).isEqualTo(422);
    assertThat(
            jdbc.queryForObject(
                "SELECT SUM(on_hand) FROM stock WHERE sku = 'REP-1'", Integer.class))
        .isEqualTo(300);
  }

  private static java.net.http.HttpRequest.BodyPublisher body(String json) {
    return java.net.http.HttpRequest.BodyPublishers.ofString(json);
  }
}
