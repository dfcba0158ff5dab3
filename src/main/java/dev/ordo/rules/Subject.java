package dev.ordo.rules;

/**
 * A thing a decision is about.
 *
 * @param kind ORDER, CONSIGNMENT, PARCEL, WAVE ...
 */
public record Subject(String kind, long id) {}
