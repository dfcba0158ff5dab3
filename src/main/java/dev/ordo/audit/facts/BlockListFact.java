package dev.ordo.audit.facts;

/**
 * The order meets an entry of the block list.
 *
 * @param kind PHONE, RECEIVER or BUYER
 */
public record BlockListFact(String kind, Grade grade, String reason) {}
