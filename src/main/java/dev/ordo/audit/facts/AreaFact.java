package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** The order goes to an area people have marked. */
@Means(value = "The order goes to an area people have marked", zh = "订单发往被标记的地区")
public record AreaFact(
    @Means(value = "How serious the mark is", zh = "标记的严重程度", example = "Grade.WARN") Grade grade,
    @Means(value = "Why the area was marked", zh = "标记原因", example = "REFUSALS") String reason) {}
