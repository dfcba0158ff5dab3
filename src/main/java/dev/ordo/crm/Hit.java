package dev.ordo.crm;

/**
 * Why an order should be looked at.
 *
 * @param kind PHONE, RECEIVER, BUYER or AREA
 * @param reason as entered by a person
 */
public record Hit(String kind, Grade grade, String reason) {}
