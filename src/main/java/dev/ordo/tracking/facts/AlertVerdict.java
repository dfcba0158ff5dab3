package dev.ordo.tracking.facts;

import dev.ordo.rules.Verdict;

/** What an alert rule may say. */
public sealed interface AlertVerdict extends Verdict permits RaiseAlert {}
