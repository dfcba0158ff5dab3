package dev.ordo.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordo.journey.Incident.Status;
import dev.ordo.shared.Refusal;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class IncidentsTests {
  private final JourneyFixtures house;

  IncidentsTests(Vendor vendor) {
    house = new JourneyFixtures(vendor);
  }

  private static NewIncident trouble(String key) {
    return new NewIncident(
        "intake",
        "UNKNOWN_SKU",
        key,
        "TB1/" + key,
        "{\"sku\":\"X\"}",
        List.of(new Refusal.Fault("sku", "X", "Add the article.")));
  }

  private Incident only() {
    assertThat(house.incidents.list(null, "", "", Long.MAX_VALUE, 100)).hasSize(1);
    return house.incidents.list(null, "", "", Long.MAX_VALUE, 100).getFirst();
  }

  private void resender(boolean refusing) {
    house.beans.addBean(
        "resender",
        new Resender() {
          @Override
          public String source() {
            return "intake";
          }

          @Override
          public void resend(String payload) {
            if (refusing) {
              throw new Refusal("sku", payload, "still unknown");
            }
            house.resent.add(payload);
          }
        });
  }

  @Test
  void theSameTroubleAgainOnlyCounts() {
    house.incidents.raiseAll(List.of(trouble("a"), trouble("a")));
    house.incidents.raise(trouble("a"));
    assertThat(only().seen()).isEqualTo(2);
    assertThat(only().faults()).containsExactly(new Refusal.Fault("sku", "X", "Add the article."));
  }

  @Test
  void anEditedPayloadIsHandedToItsResender() {
    resender(false);
    house.incidents.raise(trouble("a"));
    house.incidents.resend(only().id(), "{\"sku\":\"Y\"}");
    assertThat(house.resent).containsExactly("{\"sku\":\"Y\"}");
    assertThat(only().status()).isEqualTo(Status.RESENT);
    assertThat(house.incidents.payload(only().id())).isEqualTo("{\"sku\":\"Y\"}");
  }

  @Test
  void aRefusedResendLeavesItOpen() {
    resender(true);
    house.incidents.raise(trouble("a"));
    assertThatThrownBy(() -> house.incidents.resend(only().id(), null)).isInstanceOf(Refusal.class);
    assertThat(only().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void whatComesBackAfterResendingIsOpenAgainButTheDismissedStaysAway() {
    resender(false);
    house.incidents.raise(trouble("a"));
    house.incidents.resend(only().id(), null);
    house.incidents.raise(trouble("a"));
    assertThat(only().status()).isEqualTo(Status.OPEN);
    house.incidents.dismiss(only().id());
    house.incidents.raise(trouble("a"));
    assertThat(only().status()).isEqualTo(Status.DISMISSED);
    assertThat(house.incidents.open()).isZero();
  }

  @Test
  void aDismissedOneIsOpenAgainOnceItIsAboutSomethingElse() {
    house.incidents.raise(trouble("a"));
    house.incidents.dismiss(only().id());
    NewIncident other =
        new NewIncident("intake", "UNKNOWN_SKU", "a", "TB1/a", "{\"sku\":\"Z\"}", List.of());
    house.incidents.raise(other);
    assertThat(only().status()).isEqualTo(Status.OPEN);
    house.incidents.dismiss(only().id());
    house.incidents.raise(other);
    assertThat(only().status()).isEqualTo(Status.DISMISSED);
  }

  @Test
  void payloadsWithEqualHashCodesAreKeptApart() {
    for (String payload : List.of("AaAa", "BBBB", "AaBB")) {
      house.incidents.park(failed(payload, null));
    }
    house.incidents.park(failed("AaAa", null));
    assertThat(house.incidents.list(null, "", "", Long.MAX_VALUE, 100)).hasSize(3);
  }

  @Test
  void aFailedFileIsNamedAndNotTurnedIntoText() {
    house.incidents.park(failed(new byte[] {0x50, 0x4b, (byte) 0xff}, "orders.xlsx"));
    assertThat(only().subject()).isEqualTo("orders.xlsx");
    assertThat(house.incidents.payload(only().id())).contains("\"file\":\"orders.xlsx\"", "sha256");
  }

  private static Exchange failed(Object body, @Nullable String file) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.getMessage().setBody(body);
    exchange.getMessage().setHeader(Exchange.FILE_NAME_ONLY, file);
    exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new IllegalStateException("broken"));
    return exchange;
  }

  @Test
  void longKeysThatDifferAtTheirEndAreKeptApart() {
    house.incidents.raiseAll(
        List.of(trouble("k".repeat(300) + "1"), trouble("k".repeat(300) + "2")));
    assertThat(house.incidents.list(null, "", "", Long.MAX_VALUE, 100)).hasSize(2);
  }

  @Test
  void onlyAnOpenOneCanBeDismissed() {
    house.incidents.raise(trouble("a"));
    house.incidents.dismiss(only().id());
    assertThatThrownBy(() -> house.incidents.dismiss(only().id())).isInstanceOf(Refusal.class);
  }

  @Test
  void theListIsFiltered() {
    house.incidents.raise(trouble("a"));
    assertThat(house.incidents.list(Status.OPEN, "intake", "UNKNOWN_SKU", Long.MAX_VALUE, 100))
        .hasSize(1);
    assertThat(house.incidents.list(Status.RESENT, "", "", Long.MAX_VALUE, 100)).isEmpty();
    assertThat(house.incidents.list(null, "other", "", Long.MAX_VALUE, 100)).isEmpty();
  }

  @Test
  void theForgottenPayloadOfAClosedIncidentIsGone() {
    house.incidents.raiseAll(List.of(trouble("a"), trouble("b")));
    Incident closed = house.incidents.list(null, "", "", Long.MAX_VALUE, 100).getFirst();
    house.incidents.dismiss(closed.id());
    house.later(java.time.Duration.ofDays(31));
    house.incidents.expire();
    assertThat(house.incidents.payload(closed.id())).isEmpty();
    assertThat(house.incidents.list(Status.OPEN, "", "", Long.MAX_VALUE, 100))
        .allSatisfy(i -> assertThat(house.incidents.payload(i.id())).isNotEmpty());
  }
}
