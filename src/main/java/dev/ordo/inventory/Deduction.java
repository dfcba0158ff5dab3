package dev.ordo.inventory;

import java.util.List;

/**
 * Units that left for good against the locks of a demand.
 *
 * @param demand the consignment line (or counter sale's order line) whose locks are consumed
 * @param places where the units were taken from; empty where no location was reserved
 */
public record Deduction(Demand demand, List<Place> places) {}
