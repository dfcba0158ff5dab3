package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** What a remark can set on an order. */
@Means(value = "What a remark can set on an order", zh = "备注可以设置的字段")
public enum Field {
  @Means(value = "The carrier to take; value is its code", zh = "指定快递，值为快递代码")
  APPOINTED_CARRIER,
  @Means(value = "A carrier not to take; may be said several times", zh = "排除的快递，可多次")
  EXCLUDED_CARRIER,
  @Means(value = "The courier calls before delivery", zh = "派送前先打电话")
  CALL_FIRST
}
