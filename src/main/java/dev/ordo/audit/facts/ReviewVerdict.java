package dev.ordo.audit.facts;

import dev.ordo.rules.Verdict;

/** What audit and risk rules may say; without a verdict the order passes as it is. */
public sealed interface ReviewVerdict extends Verdict permits Hold, Tag, SetField {}
