package dev.ordo.fulfilment.facts;

import dev.ordo.rules.Means;

/** The order shares no consignment with another order. */
@Means(value = "The order shares no consignment with another order", zh = "订单单独发货")
public record ShipAlone(
    @Means(value = "Id of the order", zh = "订单编号", example = "1") long orderId,
    @Means(value = "Stable reason", zh = "稳定的原因代码", example = "COD") String code)
    implements PlanningVerdict {}
