package dev.ordo.address;

/**
 * One thing a remark asks for; it never carries the remark's words.
 *
 * @param value the canonical carrier code for the two carrier kinds (SF, ZTO, YTO, STO, YD, JD,
 *     EMS, JT, DBL), else empty
 */
public record RemarkTag(Kind kind, String value, Source source) {
  /** What a remark can ask for. */
  public enum Kind {
    INVOICE,
    APPOINTED_CARRIER,
    EXCLUDED_CARRIER,
    COLOUR_SIZE_CHANGE,
    ADDRESS_CHANGE,
    DELIVERY_TIME,
    CALL_FIRST,
    GIFT_WISH,
    /** Thanks, haste, "no invoice needed": nothing to do. */
    COURTESY,
    /** Only a person can tell. */
    OTHER
  }

  /** Who wrote it. */
  public enum Source {
    BUYER,
    SELLER
  }
}
