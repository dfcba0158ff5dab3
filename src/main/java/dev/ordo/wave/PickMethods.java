package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.rules.Decision;
import dev.ordo.rules.Recorded;
import dev.ordo.rules.Routing;
import dev.ordo.rules.Rules;
import dev.ordo.rules.Subject;
import dev.ordo.rules.Verdict;
import dev.ordo.shared.BusinessClock;
import dev.ordo.wave.facts.ConsignmentToPick;
import dev.ordo.wave.facts.PickBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the picking rules how each consignment of a wave is picked, and records the answers. */
@Component
class PickMethods {
  private final Rules rules;
  private final BusinessClock clock;
  private final HotGoods hotGoods;

  PickMethods(Rules rules, BusinessClock clock, HotGoods hotGoods) {
    this.rules = rules;
    this.clock = clock;
    this.hotGoods = hotGoods;
  }

  /**
   * What the rules answered; nothing of it is recorded yet.
   *
   * @param methods code by consignment, in the order they were asked
   */
  record Answers(Map<Long, String> methods, Map<Long, Decision> decisions) {}

  /** The method code of each consignment; decisions are recorded in the caller's transaction. */
  Map<Long, String> decide(long waveId, List<Consignment> consignments) {
    Answers answers = ask(consignments);
    record(waveId, answers, answers.methods().keySet());
    return new TreeMap<>(answers.methods());
  }

  /** Those asked together are counted as one wave. */
  Answers ask(List<Consignment> consignments) {
    Instant now = clock.now();
    Map<Alike, Integer> alike = new HashMap<>();
    consignments.forEach(c -> Alike.of(c).ifPresent(a -> alike.merge(a, 1, Integer::sum)));
    List<Decision> decisions =
        rules.together(() -> consignments.stream().map(c -> decide(c, alike, now)).toList());
    Map<Long, String> methods = new LinkedHashMap<>();
    Map<Long, Decision> byId = new LinkedHashMap<>();
    for (int i = 0; i < consignments.size(); i++) {
      long id = consignments.get(i).id();
      methods.put(id, method(decisions.get(i).verdicts()).name());
      byId.put(id, decisions.get(i));
    }
    return new Answers(methods, byId);
  }

  /** Keeps the answers on these consignments, which join a wave, in the caller's transaction. */
  void record(long waveId, Answers answers, Set<Long> joining) {
    List<Recorded> recorded = new ArrayList<>();
    answers
        .decisions()
        .forEach(
            (id, decision) -> {
              if (joining.contains(id)) {
                recorded.add(
                    new Recorded(
                        decision,
                        List.of(new Subject("CONSIGNMENT", id), new Subject("WAVE", waveId))));
              }
            });
    rules.record(recorded);
  }

  /** So many pieces of one article and nothing else. */
  private record Alike(String sku, int units) {
    static Optional<Alike> of(Consignment c) {
      Set<String> skus = c.lines().stream().map(Consignment.Line::sku).collect(Collectors.toSet());
      return skus.size() == 1
          ? Optional.of(new Alike(skus.iterator().next(), c.units()))
          : Optional.empty();
    }
  }

  private Decision decide(Consignment c, Map<Alike, Integer> alike, Instant now) {
    return rules.decide("picking", now, List.of(fact(c, alike)), new Routing(c.onlyShop(), c.id()));
  }

  static PickMethod method(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(PickBy.class::isInstance)
        .flatMap(by -> Arrays.stream(PickMethod.values()).filter(m -> m.name().equals(by.code())))
        .max(Comparator.naturalOrder())
        .orElse(PickMethod.SEED_WALL);
  }

  private ConsignmentToPick fact(Consignment c, Map<Alike, Integer> alike) {
    Optional<Alike> only = Alike.of(c);
    return new ConsignmentToPick(
        c.lines().size(),
        c.units(),
        c.weightG(),
        c.volumeMm3(),
        c.goodsClasses().contains("OVERSIZE"),
        c.onlyShop(),
        only.filter(a -> hotGoods.of(c.warehouse()).contains(a.sku())).isPresent(),
        only.map(a -> alike.getOrDefault(a, 0)).orElse(0));
  }
}
