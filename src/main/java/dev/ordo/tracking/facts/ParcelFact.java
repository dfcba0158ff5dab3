package dev.ordo.tracking.facts;

import dev.ordo.rules.Means;

/** A parcel on its way, at the time of the look. */
@Means(value = "A parcel on its way, at the time of the look", zh = "在途包裹，以查看时为准")
public record ParcelFact(
    @Means(
            value = "Canonical state of the parcel",
            zh = "标准物流状态",
            example = "IN_TRANSIT",
            values = {
              "NO_TRACE",
              "COLLECTED",
              "IN_TRANSIT",
              "ARRIVED_DEST",
              "OUT_FOR_DELIVERY",
              "AWAITING_PICKUP",
              "FAILED",
              "EXCEPTION",
              "REFUSED",
              "RETURNING",
              "RETURNED",
              "LOST",
              "DELIVERED"
            })
        String state,
    @Means(value = "Code of the carrier", zh = "快递代码", example = "SF") String carrier,
    @Means(value = "Two-digit division code of the receiver", zh = "收货省份两位码", example = "54")
        String province,
    @Means(
            value = "Full hours since the last scan, or since the hand-over if there is none",
            zh = "距上次扫描的整小时，无扫描则自交接起",
            unit = "h",
            example = "24",
            least = 0)
        int hoursSinceScan,
    @Means(
            value = "Full hours since the parcel came into its state",
            zh = "进入当前状态的整小时",
            unit = "h",
            example = "24",
            least = 0)
        int hoursInState,
    @Means(
            value = "Full hours since it was first scanned where it was scanned last",
            zh = "在当前网点停留的整小时",
            unit = "h",
            example = "36",
            least = 0)
        int hoursAtPlace,
    @Means(
            value = "How often delivery was tried in vain",
            zh = "派送失败次数",
            unit = "times",
            example = "1",
            least = 0)
        int failures) {}
