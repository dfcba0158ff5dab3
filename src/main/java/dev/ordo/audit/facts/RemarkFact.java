package dev.ordo.audit.facts;

/**
 * One thing a remark asks for, never its words.
 *
 * @param value carrier code for the two carrier kinds, else empty
 * @param source BUYER or SELLER
 */
public record RemarkFact(RemarkKind kind, String value, String source) {}
