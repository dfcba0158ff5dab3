package dev.ordo.channel;

import dev.ordo.order.NewOrder;
import dev.ordo.shared.Refusal.Fault;
import java.util.List;

/** What an inbound payload turned out to be. */
sealed interface Reading {
  RawOrder raw();

  /** Canonical, and everything it names is known here. */
  record Fit(RawOrder raw, CanonicalOrder canonical, NewOrder order) implements Reading {}

  /** Not to be taken as it is. */
  record Misfit(RawOrder raw, String kind, String subject, List<Fault> faults) implements Reading {}
}
