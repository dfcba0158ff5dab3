package dev.ordo.wave.facts;

import dev.ordo.rules.Verdict;

/** What picking rules may say. */
public sealed interface PickingVerdict extends Verdict permits PickBy {}
