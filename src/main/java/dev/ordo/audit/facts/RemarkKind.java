package dev.ordo.audit.facts;

/** What a remark can ask for; "no invoice needed" and the like arrive as COURTESY. */
public enum RemarkKind {
  INVOICE,
  APPOINTED_CARRIER,
  EXCLUDED_CARRIER,
  COLOUR_SIZE_CHANGE,
  ADDRESS_CHANGE,
  DELIVERY_TIME,
  CALL_FIRST,
  GIFT_WISH,
  COURTESY,
  /** Only a person can tell. */
  OTHER
}
