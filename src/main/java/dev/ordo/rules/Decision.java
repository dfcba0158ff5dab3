package dev.ordo.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the rules of one point said about some facts.
 *
 * @param id id of the record once {@link Rules#record} stored it
 * @param release content address of the rules that decided
 * @param at business time of the decision
 * @param facts as the rules saw them
 * @param firings rules that fired, in order
 */
public record Decision(
    long id, String point, String release, Instant at, List<?> facts, List<Firing> firings) {

  public Decision {
    facts = List.copyOf(facts);
    firings = List.copyOf(firings);
  }

  /** All verdicts in firing order. */
  public List<Verdict> verdicts() {
    return firings.stream().map(Firing::verdict).filter(java.util.Objects::nonNull).toList();
  }

  /** Verdicts of one kind, in firing order. */
  public <T> List<T> all(Class<T> kind) {
    return firings.stream().map(Firing::verdict).filter(kind::isInstance).map(kind::cast).toList();
  }

  public <T> Optional<T> first(Class<T> kind) {
    return all(kind).stream().findFirst();
  }
}
