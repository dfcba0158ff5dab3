package dev.ordo.rules;

/**
 * Whom a decision is for, so that a trial may take its share of shops or subjects.
 *
 * @param shop code of the shop, empty where the owner knows none
 * @param subject id whose decisions all go the same way, usually the order's
 */
public record Routing(String shop, long subject) {}
