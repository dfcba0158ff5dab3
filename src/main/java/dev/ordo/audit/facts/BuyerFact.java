package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** What the buyer did before. */
@Means(value = "What the buyer did before", zh = "买家的历史")
public record BuyerFact(
    @Means(
            value = "Orders shipped so far",
            zh = "已发货订单数",
            unit = "orders",
            example = "3",
            least = 0)
        int orders,
    @Means(value = "Refunds so far", zh = "退款次数", unit = "refunds", example = "0", least = 0)
        int refunds,
    @Means(
            value = "Parcels refused at the door",
            zh = "拒收的包裹数",
            unit = "parcels",
            example = "2",
            least = 0)
        int refused) {}
