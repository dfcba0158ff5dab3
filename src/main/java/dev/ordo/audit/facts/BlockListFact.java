package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** The order meets an entry of the block list. */
@Means(value = "The order meets an entry of the block list", zh = "订单命中黑名单")
public record BlockListFact(
    @Means(
            value = "What was met",
            zh = "命中的类型",
            example = "PHONE",
            values = {"PHONE", "RECEIVER", "BUYER"})
        String kind,
    @Means(value = "How serious the entry is", zh = "条目的严重程度", example = "Grade.INTERCEPT")
        Grade grade,
    @Means(value = "Why it was put on the list", zh = "列入原因", example = "REFUSALS")
        String reason) {}
