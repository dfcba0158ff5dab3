package dev.ordo.carrier.facts;

import dev.ordo.rules.Verdict;

/** What a carrier rule may say; the code names the reason. */
public sealed interface CarrierVerdict extends Verdict
    permits ChooseCarrier, PreferCarrier, ExcludeCarrier {
  String carrier();
}
