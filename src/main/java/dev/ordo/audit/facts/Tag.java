package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** The order is marked and passes. */
@Means(value = "The order is marked and passes", zh = "打标并通过")
public record Tag(
    @Means(value = "Stable mark", zh = "稳定的标记代码", example = "RISK_VELOCITY") String code,
    @Means(value = "How serious it is", zh = "严重程度", example = "Grade.WARN", decides = true)
        Grade grade)
    implements ReviewVerdict {}
