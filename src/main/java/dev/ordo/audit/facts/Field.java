package dev.ordo.audit.facts;

/** What a remark can set on an order. */
public enum Field {
  /** Value: carrier code. */
  APPOINTED_CARRIER,
  /** Value: carrier code; may be said several times. */
  EXCLUDED_CARRIER,
  /** The courier calls before delivery. */
  CALL_FIRST
}
