package dev.ordo.wave.solver;

/** A cell a picker must reach; both sides are reached from the same spot. All from 0. */
public record Stop(int aisle, int block, int cell) {}
