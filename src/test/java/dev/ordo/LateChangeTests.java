package dev.ordo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordo.address.RawAddress;
import dev.ordo.address.Receiver;
import dev.ordo.carrier.SfGateway;
import dev.ordo.change.Change;
import dev.ordo.change.ChangeOutcome;
import dev.ordo.fulfilment.Consignment;
import dev.ordo.fulfilment.ConsignmentStatus;
import dev.ordo.journey.Delivering;
import dev.ordo.order.Hold;
import dev.ordo.order.Milestone;
import dev.ordo.order.OrderStatus;
import dev.ordo.shared.Ids;
import dev.ordo.shipping.WaybillStatus;
import dev.ordo.wave.Pick;
import dev.ordo.wave.PickStatus;
import dev.ordo.wave.Wave;
import dev.ordo.wave.WaveStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What buyers want different after they ordered, at every stage, on both databases. */
abstract class LateChangeTests extends ChangingOrders {
  @Test
  void moneyBackBeforeReviewLeavesTheUnitsAndLowersWhatTheConsignmentIsWorth() {
    long id = arrive(company.order("TB1", "money-1").line("MUG", 3, "30.00"));
    refund(id, "m1", "1", 0, "12.34");
    long consignment = allocated(id).id();
    assertThat(allocated(id).units()).isEqualTo(3);
    assertThat(allocated(id).goodsAmount()).isEqualByComparingTo("77.66");
    assertThat(order(id).lines().getFirst().openQty()).isEqualTo(3);

    assertThat(refund(id, "m2", "1", 0, "7.66")).isEqualTo(new ChangeOutcome.Done());
    assertThat(refund(id, "m2", "1", 0, "7.66")).isEqualTo(new ChangeOutcome.AlreadyDone());
    assertThat(allocated(id).id()).isEqualTo(consignment);
    assertThat(allocated(id).goodsAmount()).isEqualByComparingTo("70.00");
    assertThat(allocated(id).lines().getFirst().amount()).isEqualByComparingTo("70.00");
  }

  @Test
  void moneyBackOfACashOrderLowersWhatTheCarrierCollects() {
    long id = arrive(company.order("TB1", "money-cod").cod().line("MUG", 2, "30.00"));
    allocated(id);
    refund(id, "m1", "", 0, "10.01");
    assertThat(allocated(id).codAmount()).isEqualByComparingTo("49.99");
  }

  @Test
  void aUnitGoesWithTheMoneyOfItsRefund() {
    long id = arrive(company.order("TB1", "money-unit").line("MUG", 3, "30.00"));
    allocated(id);
    refund(id, "u1", "1", 1, "25.00");
    assertThat(allocated(id).units()).isEqualTo(2);
    assertThat(allocated(id).goodsAmount()).isEqualByComparingTo("65.00");
  }

  @Test
  void moneyBackOfALineWithoutOpenUnitsIsTaken() {
    long id =
        arrive(company.order("TB1", "money-gone").line("MUG", 2, "30.00").line("LAMP", 1, "99.00"));
    company.stock("WH1", "LAMP", 1);
    allocated(id);
    refund(id, "g1", "1", 2, "50.00");
    assertThat(refund(id, "g2", "1", 1, "10.00")).isEqualTo(new ChangeOutcome.Done());
    assertThat(order(id).lines().getFirst().keptAmount()).isEqualByComparingTo("0");
    assertThat(allocated(id).goodsAmount()).isEqualByComparingTo("99.00");
  }

  @Test
  void aRefundOfALineNobodyKnowsIsHandedToAPersonAndTheOrderGoesOn() {
    long id = arrive(company.order("TB1", "money-unknown").line("MUG", 1, "30.00"));
    assertThat(refund(id, "x1", "77", 1, "10.00")).isInstanceOf(ChangeOutcome.Handed.class);
    assertThat(tasks("late:" + id + ":x1")).isEqualTo(1);
    assertThat(allocated(id).goodsAmount()).isEqualByComparingTo("30.00");
  }

  @Test
  void anUnpaidOrderStaysUnpaidWhateverIsGivenUp() {
    long id = arrive(company.order("TB1", "money-unpaid").unpaid().line("MUG", 3, "30.00"));
    refund(id, "n1", "1", 1, "30.00");
    assertThat(order(id).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
    assertThat(order(id).lines().getFirst().openQty()).isEqualTo(2);
  }

  @Test
  void aFullRefundFreesTheUnits() {
    int before = available("MUG");
    long id = arrive(company.order("TB1", "money-full").line("MUG", 3, "30.00"));
    allocated(id);
    refund(id, "f1", "", 0, "90.00");
    assertThat(order(id).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(available("MUG")).isEqualTo(before);
  }

  @Test
  void cancelledAfterTheWaveItIsStruckFromThePickListAndItsUnitsAreFreeAtOnce() {
    int before = available("CUP");
    long id = arrive(company.order("TB1", "stop-waved").line("CUP", 2, "30.00"));
    Consignment waved = waved(id);
    assertThat(cancel(id)).isEqualTo(new ChangeOutcome.Done());
    assertThat(cancel(id)).isEqualTo(new ChangeOutcome.AlreadyDone());
    assertThat(order(id).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(status(waved)).isEqualTo(ConsignmentStatus.PUT_BACK);
    long wave = Objects.requireNonNull(waved.waveId());
    assertThat(waves.picks(wave)).extracting(Pick::status).containsOnly(PickStatus.STRUCK);
    assertThat(waves.find(wave).map(Wave::status)).contains(WaveStatus.BROKEN);
    assertThat(get("/api/pickers/P9/trip?warehouse=WH9").statusCode()).isEqualTo(204);
    assertThat(available("CUP")).isEqualTo(before);
  }

  @Test
  void hisMergePartnerIsPlannedAnewAndShips() {
    long first = arrive(company.order("TB1", "stop-a").buyer("b-stop").line("CUP", 1, "30.00"));
    long second = arrive(company.order("TB1", "stop-b").buyer("b-stop").line("JAR", 1, "45.50"));
    Consignment both = waved(first);
    assertThat(both.orderIds()).containsExactlyInAnyOrder(first, second);
    new FloorHands(this).pickAll(CupAndJar.WAREHOUSE, CupAndJar.PICKER);
    cancel(first);
    assertThat(status(both)).isEqualTo(ConsignmentStatus.INTERCEPTED);
    putBack(both);
    Consignment rest = waved(second);
    assertThat(rest.orderIds()).containsExactly(second);
    assertThat(rest.goodsAmount()).isEqualByComparingTo("45.50");
    cancel(second);
  }

  @Test
  void pickedGoodsArePutBackByAPersonWhoIsToldWhereAndTheBenchStopsThem() {
    int before = available("CUP");
    long id = arrive(company.order("TB1", "stop-picked").line("CUP", 2, "30.00"));
    Consignment picked = waved(id);
    new FloorHands(this).pickAll(CupAndJar.WAREHOUSE, CupAndJar.PICKER);
    assertThat(status(picked)).isEqualTo(ConsignmentStatus.PICKED);
    cancel(id);
    assertThat(order(id).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(available("CUP")).isEqualTo(before - 2);
    assertThat(get("/api/bench/" + Ids.text(picked.id())).body()).contains("CALLED_BACK", "STOP");
    assertThat(putBackTask(picked).args().get(1)).isEqualTo("C-0-1: CUP × 2");
    putBack(picked);
    assertThat(status(picked)).isEqualTo(ConsignmentStatus.PUT_BACK);
    assertThat(available("CUP")).isEqualTo(before);
  }

  @Test
  void aLabelledParcelIsVoidedAtTheCarrierAndItsUnitsAreBookedBackAtTheirCost() {
    int before = available("CUP");
    BigDecimal cost = stock.averageCosts(List.of("CUP")).get("CUP");
    long id = arrive(company.order("TB1", "stop-packed").line("CUP", 2, "30.00"));
    Consignment packed = packed(id);
    assertThat(parcel(packed).status()).isEqualTo(WaybillStatus.ISSUED);
    cancel(id);
    Delivering.all(outbox);
    assertThat(parcel(packed).status()).isEqualTo(WaybillStatus.VOIDED);
    assertThat(SfGateway.asked("EXP_RECE_UPDATE_ORDER"))
        .filteredOn(a -> a.contains(Ids.text(parcel(packed).id())))
        .hasSize(1);
    assertThat(available("CUP")).isEqualTo(before - 2);
    putBack(packed);
    assertThat(available("CUP")).isEqualTo(before);
    assertThat(stock.averageCosts(List.of("CUP")).get("CUP")).isEqualByComparingTo(cost);
    clock.tick(Duration.ofHours(4));
    stages.runDue();
    assertThat(status(packed)).isEqualTo(ConsignmentStatus.PUT_BACK);
  }

  @Test
  void aUnitGivenUpOnTheFloorLeavesTheOthersToBeShipped() {
    long id = arrive(company.order("TB1", "stop-unit").line("CUP", 3, "30.00"));
    Consignment whole = waved(id);
    new FloorHands(this).pickAll(CupAndJar.WAREHOUSE, CupAndJar.PICKER);
    refund(id, "u1", "1", 1, "30.00");
    putBack(whole);
    Consignment rest = waved(id);
    assertThat(rest.units()).isEqualTo(2);
    assertThat(rest.goodsAmount()).isEqualByComparingTo("60.00");
    cancel(id);
  }

  @Test
  void moneyBackOnTheFloorStopsNothing() {
    long id = arrive(company.order("TB1", "stop-money").line("CUP", 2, "30.00"));
    waved(id);
    assertThat(refund(id, "m1", "1", 0, "5.00")).isEqualTo(new ChangeOutcome.Done());
    Consignment packed = packed(id);
    assertThat(packed.goodsAmount()).isEqualByComparingTo("55.00");
    cancel(id);
    putBack(packed);
  }

  @Test
  void aClerkAppointsACarrierWhateverTheRemarksSay() {
    long id =
        arrive(company.order("TB1", "by-carrier").remark("请发顺丰，请发中通").line("CUP", 2, "30.00"));
    stages.runDue();
    assertThat(order(id).openHolds())
        .extracting(Hold::reason)
        .containsExactly(Hold.CARRIER_CONTRADICTORY);

    String path = "/api/orders/" + Ids.text(id) + "/carrier";
    assertThat(post(path, "{\"key\":\"c0\",\"appointed\":\"NOBODY\"}").body())
        .contains("appointed", "NOBODY");
    assertThat(post(path, "{\"key\":\"c1\",\"appointed\":\"ZTO\",\"excluded\":[\"SF\"]}").body())
        .contains("Done");
    Consignment toZto = allocated(id);
    assertThat(toZto.appointedCarrier()).isEqualTo("ZTO");
    assertThat(toZto.excludedCarriers()).containsExactly("SF");

    assertThat(post(path, "{\"key\":\"c2\",\"appointed\":\"SF\"}").body()).contains("Done");
    assertThat(allocated(id).carrier()).isEqualTo("SF");
    waved(id);
    assertThat(post(path, "{\"key\":\"c3\",\"appointed\":\"ZTO\"}").body()).contains("Handed");
    assertThat(tasks("late:" + id + ":c3")).isEqualTo(1);
    cancel(id);
  }

  @Test
  void aClerkGivesUpUnitsOfALine() {
    long id = arrive(company.order("TB1", "by-units").line("CUP", 3, "30.00"));
    String path = "/api/orders/" + Ids.text(id) + "/cancel-units";
    assertThat(post(path, "{\"key\":\"u0\",\"lineNo\":\"1\",\"qty\":4}").body()).contains("qty");
    assertThat(post(path, "{\"key\":\"u0\",\"lineNo\":\"9\",\"qty\":1}").body()).contains("lineNo");
    assertThat(post(path, "{\"key\":\"u1\",\"lineNo\":\"1\",\"qty\":2}").body()).contains("Done");
    Consignment rest = allocated(id);
    assertThat(rest.units()).isEqualTo(1);
    assertThat(rest.goodsAmount()).isEqualByComparingTo("30.00");
    cancel(id);
  }

  @Test
  void aClerkMendsTheAddressAnOrderIsHeldForAndItGoesOn() {
    long id =
        arrive(
            company
                .order("TB1", "mend-address")
                .address("广东省", "深圳市", "南山区", "12345678")
                .line("CUP", 1, "30.00"));
    stages.runDue();
    assertThat(order(id).openHolds()).isNotEmpty();

    String path = "/api/orders/" + Ids.text(id) + "/receiver";
    String address =
        """
        {"key":"desk-1","name":"李小明","phone":"13812345678","province":"广东省","city":"深圳市",
         "district":"南山区","detail":"%s"}\
        """;
    assertThat(post(path, address.formatted("")).body()).contains("detail", "Fill it in.");
    assertThat(post(path, address.formatted("科技园路88号创维大厦1栋302室")).body()).contains("Done");
    stages.runDue();

    assertThat(order(id).openHolds()).isEmpty();
    assertThat(order(id).touched()).isTrue();
    assertThat(allocated(id).receiver().provinceCode()).isEqualTo("44");
    assertThat(
            post(
                    "/api/orders/" + Ids.text(id) + "/cancel",
                    "{\"key\":\"desk-2\",\"reason\":\"rang\"}")
                .body())
        .contains("Done");
    assertThat(order(id).status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void anAddressThatIsNoBetterHoldsTheOrderAgain() {
    long id =
        arrive(
            company
                .order("TB1", "mend-badly")
                .address("广东省", "深圳市", "南山区", "12345678")
                .line("CUP", 1, "30.00"));
    stages.runDue();
    RawAddress again = RawAddress.inChina("广东省", "深圳市", "南山区", "12345678");
    Receiver same = new Receiver("李小明", "13812345678", again, "");
    changes.request(id, new Change.ChangeAddress("same", same), "clerk");
    stages.runDue();
    assertThat(order(id).openHolds()).isNotEmpty();
    cancel(id);
  }

  @Test
  void aNewAddressOnTheFloorGoesThroughReviewAndOnToANewParcel() {
    long id = arrive(company.order("TB1", "stop-address").line("CUP", 1, "30.00"));
    Consignment old = packed(id);
    RawAddress nanshan = RawAddress.inChina("广东省", "深圳市", "南山区", "科技园路88号创维大厦1栋302室");
    Receiver other = new Receiver("李小明", "13812345678", nanshan, "");
    changes.request(id, new Change.ChangeAddress("a1", other), "system");
    putBack(old);
    Consignment fresh = packed(id);
    assertThat(fresh.id()).isNotEqualTo(old.id());
    assertThat(fresh.receiver().provinceCode()).isEqualTo("44");
    cancel(id);
    putBack(fresh);
  }

  @Test
  void whatTheCarrierHasIsCalledBackOnceAndFollowedByAPerson() {
    long id = arrive(company.order("TB1", "stop-shipped").line("CUP", 1, "30.00"));
    Consignment shipped = packed(id);
    clock.tick(Duration.ofHours(3));
    stages.runDue();
    assertThat(status(shipped)).isEqualTo(ConsignmentStatus.HANDED_OVER);
    assertThat(cancel(id)).isInstanceOf(ChangeOutcome.Handed.class);
    assertThat(refund(id, "late", "", 0, "0")).isInstanceOf(ChangeOutcome.Handed.class);
    Delivering.all(outbox);
    String number = parcel(shipped).waybillNo();
    assertThat(SfGateway.asked("EXP_RECE_WANTED_INTERCEPT"))
        .filteredOn(a -> a.contains(number))
        .hasSize(1);
    assertThat(milestones.of(Milestone.Subject.PARCEL, parcel(shipped).id()))
        .extracting(Milestone::what)
        .contains("CALL_BACK_ASKED", "CALL_BACK_AGREED");
    assertThat(tasks("late:" + id + ":cancel")).isEqualTo(1);
  }

  @Test
  void cancellingWhileParcelsAreHandedOverStopsOrCallsBackEachAndNeverBoth()
      throws InterruptedException {
    cupAndJar.arrive(12);
    List<Long> ids =
        IntStream.range(0, 12)
            .mapToObj(i -> arrive(company.order("TB1", "stop-race-" + i).line("CUP", 1, "30.00")))
            .toList();
    ids.forEach(this::waved);
    new FloorHands(this).pickAll(CupAndJar.WAREHOUSE, CupAndJar.PICKER);
    new FloorHands(this).packAll(ids.stream().map(i -> current(i).id()).toList());
    stages.runDue();
    clock.tick(Duration.ofHours(3));
    java.util.concurrent.atomic.AtomicInteger next =
        new java.util.concurrent.atomic.AtomicInteger();
    company.race(
        13,
        () -> {
          int mine = next.getAndIncrement();
          if (mine == 12) {
            stages.runBatch("hand-over");
          } else {
            persistently(() -> cancel(ids.get(mine)));
          }
        });
    stages.runDue();
    Delivering.all(outbox);
    for (long id : ids) {
      Consignment consignment = consignments.ofOrder(id).getLast();
      boolean stopped = order(id).status() == OrderStatus.CANCELLED;
      assertThat(status(consignment))
          .isEqualTo(stopped ? ConsignmentStatus.INTERCEPTED : ConsignmentStatus.HANDED_OVER);
      assertThat(parcel(consignment).status() == WaybillStatus.VOIDED).isEqualTo(stopped);
      if (stopped) {
        putBack(consignment);
      }
    }
  }

  /** As a route or a browser would: what the database could not decide is asked again. */
  private static void persistently(Runnable act) {
    for (int i = 0; i < 5; i++) {
      try {
        act.run();
        return;
      } catch (org.springframework.dao.PessimisticLockingFailureException e) {
        Thread.onSpinWait();
      }
    }
    act.run();
  }
}
