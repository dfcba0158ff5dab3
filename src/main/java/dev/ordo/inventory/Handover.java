package dev.ordo.inventory;

/** Part or all of the units locked for one demand pass to another, without a gap. */
public record Handover(Demand from, Demand to, int qty) {}
