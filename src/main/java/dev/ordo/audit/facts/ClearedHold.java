package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** A reason a person has cleared while its facts stayed the same: it is not raised again. */
@Means(
    value = "A reason a person has cleared while its facts stayed the same: it is not raised again",
    zh = "已有人解除的挂起原因，事实未变不再提出")
public record ClearedHold(
    @Means(value = "The reason that was cleared", zh = "已解除的原因代码", example = "PRICE_TOO_LOW")
        String code) {}
