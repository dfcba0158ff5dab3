package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** The order waits for a person. */
@Means(value = "The order waits for a person", zh = "订单挂起，等人处理")
public record Hold(
    @Means(value = "Stable reason", zh = "稳定的原因代码", example = "ADDRESS_MISSING") String code,
    @Means(
            value = "The role that clears it",
            zh = "负责解除的角色",
            example = "Owner.CLERK",
            decides = true)
        Owner owner,
    @Means(value = "What was found, free of personal data", zh = "发现的情况，不含个人信息", example = "-60%")
        String detail)
    implements ReviewVerdict {
  public Hold(String code, Owner owner) {
    this(code, owner, "");
  }
}
