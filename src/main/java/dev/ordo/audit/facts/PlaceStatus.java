package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** What can be said about one level of an address. */
@Means(
    value = "What can be said about one level of an address; UNKNOWN passes",
    zh = "地址一级的核对结果，UNKNOWN 放行")
public enum PlaceStatus {
  @Means(value = "Known and fitting", zh = "正确")
  OK,
  @Means(value = "Not given", zh = "缺失")
  MISSING,
  @Means(value = "Does not fit the other levels", zh = "与其他级矛盾")
  CONTRADICTORY,
  @Means(value = "Abolished", zh = "已撤销")
  OUTDATED,
  @Means(value = "Not checkable: passes", zh = "无法核对，放行")
  UNKNOWN
}
