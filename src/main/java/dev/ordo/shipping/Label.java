package dev.ordo.shipping;

import java.math.BigDecimal;

/**
 * What stands on a parcel label; receiver and sender already masked where they have to be.
 *
 * @param routeCode printed very large, may be empty
 * @param hub consolidation point, may be empty
 * @param cod cash to collect, zero if prepaid
 * @param parcel which parcel of its consignment, from 1
 * @param parcels how many parcels the consignment has
 * @param printedAt local time of the warehouse, ready to print
 */
record Label(
    String carrier,
    String product,
    String waybillNo,
    String routeCode,
    String hub,
    Party receiver,
    Party sender,
    String goods,
    int weightG,
    BigDecimal cod,
    String parcelNo,
    int parcel,
    int parcels,
    String printedAt) {

  /** Who gets or sends it. */
  record Party(String name, String phone, String address) {}
}
