package dev.ordo.fulfilment.facts;

import dev.ordo.rules.Verdict;

/** What sourcing rules may say. */
public sealed interface SourcingVerdict extends Verdict permits Prefer {}
