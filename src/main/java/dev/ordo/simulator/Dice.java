package dev.ordo.simulator;

import java.util.Random;

/**
 * Chance that tells the same story again: drawn from the seed and what it is about, mixed so that
 * neighbouring numbers have nothing in common (the finaliser of SplitMix64).
 */
final class Dice {
  private Dice() {}

  static Random of(long seed, long number) {
    return new Random(mixed(seed ^ mixed(number)));
  }

  static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
