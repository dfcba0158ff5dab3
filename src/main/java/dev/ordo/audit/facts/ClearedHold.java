package dev.ordo.audit.facts;

/** A reason a person has cleared while its facts stayed the same: it is not raised again. */
public record ClearedHold(String code) {}
