package dev.ordo.fulfilment.facts;

import dev.ordo.rules.Means;

/** The line ships in a consignment of its own kind. */
@Means(value = "The line ships in a consignment of its own kind", zh = "该行拆开，与同类一起发")
public record SplitOff(
    @Means(value = "Id of the line", zh = "明细编号", example = "1") long lineId,
    @Means(
            value = "The kind and reason in one; equal kinds ship together",
            zh = "类别与原因，相同者同发",
            example = "PRESALE")
        String code)
    implements PlanningVerdict {}
