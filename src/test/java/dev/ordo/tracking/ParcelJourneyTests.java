package dev.ordo.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.SettableClock;
import dev.ordo.StillServer;
import dev.ordo.WholeJourney;
import dev.ordo.carrier.SfGateway;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.journey.Stages;
import dev.ordo.order.OrderStatus;
import dev.ordo.order.Orders;
import dev.ordo.shipping.Parcel;
import dev.ordo.shipping.Parcels;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Parcels on their way: what carriers push about them, and what follows. */
class ParcelJourneyTests extends StillServer {
  @Autowired private WholeJourney journey;
  @Autowired private Orders orders;
  @Autowired private Consignments consignments;
  @Autowired private Parcels parcels;
  @Autowired private Traces traces;
  @Autowired private Stages stages;
  @Autowired private SettableClock clock;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void aFailedDeliveryIsSomebodysTaskUntilTheParcelArrives() {
    long consignment = journey.handedOver(this, "failed-", 1).getFirst();
    Parcel parcel = parcels.ofConsignments(List.of(consignment)).getFirst();
    assertThat(traces.find(parcel.id()).orElseThrow().state()).isEqualTo(TraceState.NO_TRACE);

    push(parcel, "33", "派送不成功");
    stages.runBatch("alert");
    assertThat(traces.find(parcel.id()).orElseThrow().alerts()).containsExactly("FAILED_DELIVERY");
    assertThat(openTasks(parcel.id())).containsExactly("FAILED_DELIVERY");

    clock.tick(Duration.ofHours(4));
    push(parcel, "80", "已签收");
    push(parcel, "80", "已签收");
    stages.runBatch("alert");
    assertThat(openTasks(parcel.id())).isEmpty();
    assertThat(traces.events(parcel.id())).hasSize(2);
    assertThat(consignments.find(consignment).orElseThrow().status())
        .isEqualTo(ConsignmentStatus.DELIVERED);
    long order = consignments.find(consignment).orElseThrow().orderIds().getFirst();
    assertThat(orders.find(order).orElseThrow().status()).isEqualTo(OrderStatus.DELIVERED);
  }

  @Test
  void aPushWithAForeignSignatureIsRefused() {
    assertThat(push("msgData=%7B%7D&timestamp=1&msgDigest=x").statusCode()).isEqualTo(403);
  }

  private List<String> openTasks(long parcel) {
    return jdbc.queryForList(
        "SELECT kind FROM task WHERE subject_id = ? AND closed_at IS NULL", String.class, parcel);
  }

  private void push(Parcel parcel, String code, String text) {
    HttpResponse<String> answer = push(SfGateway.push(parcel.waybillNo(), code, text, clock.now()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private HttpResponse<String> push(String form) {
    return send(
        HttpRequest.newBuilder(at("/api/carrier-push/sf"))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .POST(BodyPublishers.ofString(form)));
  }
}
