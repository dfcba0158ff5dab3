package dev.ordo.carrier;

import java.math.BigDecimal;
import java.util.List;

/** Something we ask a carrier over its wire; each call is safe to repeat. */
public sealed interface CarrierCall {
  Carrier carrier();

  /**
   * Asks for a waybill number; the same order number always gets the same waybill.
   *
   * @param orderNo our number of the parcel, the idempotency key
   * @param cod cash to collect, zero if prepaid
   */
  record RequestWaybill(
      Carrier carrier,
      String orderNo,
      Party sender,
      Party receiver,
      List<Goods> goods,
      int weightG,
      BigDecimal cod)
      implements CarrierCall {}

  /** Asks which waybill an order number got, after an answer was lost. */
  record FindWaybill(Carrier carrier, String orderNo) implements CarrierCall {}

  /** Gives a waybill back that will not travel. */
  record CancelWaybill(Carrier carrier, String orderNo, String waybillNo) implements CarrierCall {}

  /** Asks to bring a parcel back that the carrier has already. */
  record InterceptParcel(Carrier carrier, String orderNo, String waybillNo)
      implements CarrierCall {}

  /**
   * Asks for the scans of one parcel.
   *
   * @param phoneTail last four digits of the receiver's phone, which some carriers want
   */
  record AskTrace(Carrier carrier, String waybillNo, String phoneTail) implements CarrierCall {}

  /** Who sends or gets it, in plain text: never logged, never stored. */
  record Party(
      String name, String phone, String province, String city, String district, String detail) {
    @Override
    public String toString() {
      return "Party[masked]";
    }
  }

  /** What is inside, as the carrier wants it declared. */
  record Goods(String name, int count) {}
}
