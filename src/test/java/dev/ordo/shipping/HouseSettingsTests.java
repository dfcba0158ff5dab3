package dev.ordo.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.FloorHands;
import dev.ordo.SettableClock;
import dev.ordo.StillServer;
import dev.ordo.WholeJourney;
import dev.ordo.carrier.SfGateway;
import dev.ordo.change.Change;
import dev.ordo.change.Changes;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.fulfilment.Consignments;
import dev.ordo.inventory.Figures;
import dev.ordo.inventory.Stock;
import dev.ordo.journey.Delivering;
import dev.ordo.journey.Outbox;
import dev.ordo.journey.SelfCheck;
import dev.ordo.journey.Stages;
import dev.ordo.order.Order;
import dev.ordo.order.Orders;
import dev.ordo.shared.Ids;
import dev.ordo.site.Sites;
import dev.ordo.site.Warehouse;
import dev.ordo.site.WarehouseSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A warehouse that wants labels before picking and deducts when the carrier takes the goods. */
class HouseSettingsTests extends StillServer {
  private static final String HOUSE = "WH9";

  @Autowired WholeJourney journey;
  @Autowired Sites sites;
  @Autowired Orders orders;
  @Autowired Changes changes;
  @Autowired Consignments consignments;
  @Autowired Parcels parcels;
  @Autowired EarlyWaybills early;
  @Autowired Stock stock;
  @Autowired Stages stages;
  @Autowired Outbox outbox;
  @Autowired SelfCheck selfCheck;
  @Autowired SettableClock clock;

  @AfterEach
  void asBefore() {
    settle(WarehouseSettings.WaybillAt.PACKED, WarehouseSettings.DeductAt.WAYBILL);
    assertThat(selfCheck.run()).allSatisfy(c -> assertThat(c.violations()).as(c.says()).isZero());
  }

  @Test
  void theLabelIsThereBeforeThePickerAndTheStockLeavesWithTheCarrier() {
    clock.nextMorning();
    Consignment waiting = allocated("early-");
    Parcel announced = parcels.ofConsignments(List.of(waiting.id())).getFirst();
    assertThat(announced.status()).isEqualTo(WaybillStatus.ISSUED);
    assertThat(announced.isPacked()).isFalse();
    assertThat(get("/api/parcels/" + Ids.text(announced.id()) + "/label.pdf").body())
        .startsWith("%PDF");
    int onHand = onHand();

    clock.tick(Duration.ofMinutes(31));
    stages.runDue();
    FloorHands hands = new FloorHands(this);
    hands.pickAll(HOUSE, "P9");
    hands.packAll(List.of(waiting.id()));
    stages.runDue();
    Parcel packed = parcels.find(announced.id()).orElseThrow();
    assertThat(packed.isPacked()).isTrue();
    assertThat(packed.waybillNo()).isEqualTo(announced.waybillNo());
    assertThat(packed.packed().carton()).isNotEmpty();
    assertThat(onHand()).isEqualTo(onHand);

    clock.tick(Duration.ofHours(3));
    stages.runDue();
    assertThat(consignments.find(waiting.id()).orElseThrow().status())
        .isEqualTo(ConsignmentStatus.HANDED_OVER);
    assertThat(onHand()).isEqualTo(onHand - 2);
    Delivering.all(outbox);
  }

  @Test
  void aWaybillOfAnOrderCancelledBeforeTheWaveGoesBackToItsCarrier() {
    Consignment waiting = allocated("early-gone-");
    Parcel announced = parcels.ofConsignments(List.of(waiting.id())).getFirst();
    changes.request(
        waiting.orderIds().getFirst(), new Change.CancelOrder("c", "changed mind"), "system");
    Delivering.all(outbox);
    assertThat(parcels.find(announced.id()).orElseThrow().status()).isEqualTo(WaybillStatus.VOIDED);
    assertThat(SfGateway.asked("EXP_RECE_UPDATE_ORDER"))
        .anyMatch(a -> a.contains(Ids.text(announced.id())));
  }

  private Consignment allocated(String prefix) {
    journey.open(1);
    settle(WarehouseSettings.WaybillAt.ALLOCATED, WarehouseSettings.DeductAt.HAND_OVER);
    journey.order(this, prefix);
    stages.runBatch("order-review");
    clock.tick(Duration.ofMinutes(31));
    stages.runBatch("plan-due");
    stages.runBatch("allocate");
    early.look();
    stages.runBatch("waybill");
    Order order = orders.find("MINI9", prefix + "0").orElseThrow();
    return consignments.ofOrder(order.id()).getFirst();
  }

  private void settle(WarehouseSettings.WaybillAt waybillAt, WarehouseSettings.DeductAt deductAt) {
    if (sites.find(HOUSE).isPresent()) {
      Warehouse w = sites.warehouse(HOUSE);
      sites.putWarehouses(
          List.of(
              new Warehouse(
                  w.code(),
                  w.name(),
                  w.zone(),
                  w.provinceCode(),
                  w.cityCode(),
                  w.address(),
                  w.priority(),
                  w.layout(),
                  new WarehouseSettings(
                      w.settings().waveWindow(), w.settings().waveCount(), waybillAt, deductAt))));
    }
  }

  private int onHand() {
    return stock.totals(List.of("CUP")).getOrDefault("CUP", Figures.NONE).onHand();
  }
}
