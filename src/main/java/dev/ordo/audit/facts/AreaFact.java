package dev.ordo.audit.facts;

/** The order goes to an area people have marked. */
public record AreaFact(Grade grade, String reason) {}
