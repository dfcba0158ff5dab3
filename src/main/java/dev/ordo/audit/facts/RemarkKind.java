package dev.ordo.audit.facts;

import dev.ordo.rules.Means;

/** What a remark can ask for; "no invoice needed" and the like arrive as COURTESY. */
@Means(value = "What a remark can ask for; COURTESY asks for nothing", zh = "备注要求的类型，COURTESY 为客套话")
public enum RemarkKind {
  @Means(value = "An invoice", zh = "开发票")
  INVOICE,
  @Means(value = "A certain carrier", zh = "指定快递")
  APPOINTED_CARRIER,
  @Means(value = "Any carrier but one", zh = "排除快递")
  EXCLUDED_CARRIER,
  @Means(value = "Another colour or size", zh = "换颜色或尺码")
  COLOUR_SIZE_CHANGE,
  @Means(value = "Another address", zh = "改地址")
  ADDRESS_CHANGE,
  @Means(value = "A time of delivery", zh = "指定送达时间")
  DELIVERY_TIME,
  @Means(value = "A call before delivery", zh = "派送前先打电话")
  CALL_FIRST,
  @Means(value = "A gift or a card", zh = "礼品或贺卡")
  GIFT_WISH,
  @Means(value = "Nothing", zh = "无要求（客套话）")
  COURTESY,
  @Means(value = "Only a person can tell", zh = "只有人工能判断")
  OTHER
}
