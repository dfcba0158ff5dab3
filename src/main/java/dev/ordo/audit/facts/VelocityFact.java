package dev.ordo.audit.facts;

import dev.ordo.rules.Means;
import java.math.BigDecimal;

/** Orders with the same receiver key within a window before this one, this one included. */
@Means(
    value = "Orders with the same receiver within a window before this one, this one included",
    zh = "同一收货人在时间窗内的订单，含本单")
public record VelocityFact(
    @Means(value = "Length of the window", zh = "时间窗长度", unit = "min", example = "60", least = 0)
        int windowMinutes,
    @Means(value = "Orders within it", zh = "窗内订单数", unit = "orders", example = "4", least = 0)
        int orders,
    @Means(
            value = "Those of a small amount",
            zh = "其中小额订单数",
            unit = "orders",
            example = "3",
            least = 0)
        int smallOrders,
    @Means(value = "Amount of all of them", zh = "窗内订单总额", unit = "order currency", example = "260")
        BigDecimal amount) {}
