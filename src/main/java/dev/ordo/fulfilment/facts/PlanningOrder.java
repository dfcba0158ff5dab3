package dev.ordo.fulfilment.facts;

import dev.ordo.rules.Means;

/** An order that waits with others of its buyer for the merge window to close. */
@Means(
    value = "An order that waits with others of its buyer for the merge window to close",
    zh = "等待合单的订单",
    many = true)
public record PlanningOrder(
    @Means(value = "Id of the order", zh = "订单编号", example = "1") long orderId,
    @Means(value = "Code of the shop", zh = "店铺代码", example = "TB1") String shop,
    @Means(value = "Whether cash is collected on delivery", zh = "是否货到付款", example = "false")
        boolean cod,
    @Means(
            value = "Whether the shop's policy lets its orders ship with others",
            zh = "店铺是否允许合单",
            example = "true")
        boolean mergeAllowed) {}
