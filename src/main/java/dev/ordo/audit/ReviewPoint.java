package dev.ordo.audit;

import dev.ordo.audit.facts.AuditOrder;
import dev.ordo.audit.facts.ClearedHold;
import dev.ordo.audit.facts.Field;
import dev.ordo.audit.facts.Hold;
import dev.ordo.audit.facts.SetField;
import dev.ordo.audit.facts.Tag;
import dev.ordo.rules.DecisionPoint;
import dev.ordo.rules.Firing;
import dev.ordo.rules.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a review: HOLD with its reasons, or PASS with what was marked and set on the way. */
record ReviewPoint(String point) implements DecisionPoint {
  @Override
  public boolean holds(List<?> facts, List<Verdict> verdicts) {
    return verdicts.stream().anyMatch(Hold.class::isInstance);
  }

  @Override
  public String outcome(List<?> facts, List<Verdict> verdicts) {
    boolean held = holds(facts, verdicts);
    String said =
        verdicts.stream()
            .filter(v -> !held || v instanceof Hold)
            .map(ReviewPoint::said)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" + "));
    return ((held ? "HOLD " : "PASS ") + said).strip();
  }

  @Override
  public Stake stake(List<?> facts) {
    for (Object fact : facts) {
      if (fact instanceof AuditOrder order) {
        return new Stake(order.shop(), order.total());
      }
    }
    return Stake.UNKNOWN;
  }

  @Override
  public List<Ruling> rulings(List<?> facts, List<Firing> firings) {
    List<Ruling> rulings = new ArrayList<>();
    Set<String> held = new HashSet<>();
    Set<String> set = new HashSet<>();
    for (Firing firing : firings) {
      List<String> rules = List.of(firing.rule());
      switch (firing.verdict()) {
        case Hold hold ->
            rulings.add(
                held.add(hold.code())
                    ? new Ruling(hold.code(), true, "KEPT", Map.of(), rules)
                    : new Ruling(hold.code(), false, "SAID_BEFORE", Map.of(), rules));
        case Tag tag -> rulings.add(new Ruling(tag.code(), true, "MARKED", Map.of(), rules));
        case SetField field -> rulings.add(set(field, set, rules));
        case null, default -> {}
      }
    }
    for (Object fact : facts) {
      if (fact instanceof ClearedHold cleared) {
        rulings.add(new Ruling(cleared.code(), false, "CLEARED_BEFORE", Map.of(), List.of()));
      }
    }
    rulings.sort(Comparator.comparing(Ruling::won).reversed());
    return rulings;
  }

  /** Carriers to avoid add up; of any other field the first value counts. */
  private static Ruling set(SetField field, Set<String> set, List<String> rules) {
    boolean first = set.add(field.code()) || field.field() == Field.EXCLUDED_CARRIER;
    Map<String, String> value = field.value().isEmpty() ? Map.of() : Map.of("value", field.value());
    return new Ruling(field.code(), first, first ? "FIELD_SET" : "SAID_BEFORE", value, rules);
  }

  private static String said(Verdict verdict) {
    return verdict instanceof SetField set ? set.code() + "=" + set.value() : verdict.code();
  }
}
