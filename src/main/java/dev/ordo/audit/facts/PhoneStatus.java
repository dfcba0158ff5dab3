package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** What can be said about the phone number. */
@Means(
    value = "What can be said about the phone number; UNKNOWN is masked and passes",
    zh = "电话核对结果，UNKNOWN 为脱敏号，放行")
public enum PhoneStatus {
  @Means(value = "A phone number that can be called", zh = "可拨打")
  VALID,
  @Means(value = "No phone number", zh = "无效")
  INVALID,
  @Means(value = "Not given", zh = "缺失")
  MISSING,
  @Means(value = "Masked or replaced by a token: passes", zh = "脱敏或以令牌代替，放行")
  UNKNOWN
}
