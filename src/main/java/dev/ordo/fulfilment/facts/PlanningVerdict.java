package dev.ordo.fulfilment.facts;

import dev.ordo.rules.Verdict;

/** What planning rules may say; without a verdict everything of one warehouse ships together. */
public sealed interface PlanningVerdict extends Verdict permits ShipAlone, SplitOff {}
