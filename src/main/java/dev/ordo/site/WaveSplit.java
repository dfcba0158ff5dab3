package dev.ordo.site;

/** How a large wave is split so that several people pick it side by side. */
public enum WaveSplit {
  /** Not at all: an order is picked on one trip. */
  NONE,
  /** By storage zone: an order in two zones comes together at the seed wall. */
  ZONE,
  /** By how often an article is picked: fast, medium, slow; joined at the seed wall as well. */
  VELOCITY
}
