package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** One thing a remark asks for, never its words. */
@Means(value = "One thing a remark asks for, never its words", zh = "备注中的一项要求，不含原话")
public record RemarkFact(
    @Means(value = "What it asks for", zh = "要求的类型", example = "RemarkKind.INVOICE")
        RemarkKind kind,
    @Means(
            value = "Carrier code for the two carrier kinds, else empty",
            zh = "两种快递要求的快递代码，否则为空",
            example = "SF")
        String value,
    @Means(
            value = "Whose remark it is",
            zh = "备注来自谁",
            example = "BUYER",
            values = {"BUYER", "SELLER"})
        String source) {}
