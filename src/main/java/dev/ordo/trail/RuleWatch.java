package dev.ordo.trail;

import dev.ordo.rules.Records;
import dev.ordo.rules.Release;
import dev.ordo.rules.Rules;
import dev.ordo.rules.StoredDecision;
import dev.ordo.shared.BusinessClock;
import dev.ordo.trail.RuleFigures.Pair;
import dev.ordo.trail.RuleFigures.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts how rules fare, from what the sealer noted: no record is opened but for a sample. */
@Component
public class RuleWatch {
  /** Blocks looked at for rules that fire together: the newest 50,000 decisions at most. */
  private static final int NEWEST = 50;

  private static final int SAMPLE = 200;
  private static final double TOGETHER_PERCENT = 80;
  private static final long TOGETHER_LEAST = 5;

  private final Rules rules;
  private final Records records;
  private final BlockRows blocks;
  private final TermRows terms;
  private final ObjectProvider<Overrides> overrides;
  private final BusinessClock clock;

  RuleWatch(
      Rules rules,
      Records records,
      BlockRows blocks,
      TermRows terms,
      ObjectProvider<Overrides> overrides,
      BusinessClock clock) {
    this.rules = rules;
    this.records = records;
    this.blocks = blocks;
    this.terms = terms;
    this.overrides = overrides;
    this.clock = clock;
  }

  /** The rules of a point over the last days of business time. */
  public RuleFigures figures(String point, int days) {
    Instant since = clock.now().minus(Duration.ofDays(days));
    Set<String> active = rules.active(point).rules().keySet();
    Map<String, String> names = names(point, active);
    Set<String> asked = new HashSet<>(names.keySet());
    asked.add(Terms.point(point));
    Map<String, SortedMap<LocalDate, Long>> byDay = new HashMap<>();
    Map<String, Long> lastBlock = new HashMap<>();
    for (TermRows.OnDay on : terms.byDay(asked, since)) {
      byDay.computeIfAbsent(on.term(), t -> new TreeMap<>()).put(on.day(), on.hits());
      lastBlock.merge(on.term(), on.lastBlock(), Math::max);
    }
    SortedMap<LocalDate, Long> all = byDay.getOrDefault(Terms.point(point), new TreeMap<>());
    long decisions = sum(all);
    Map<String, Overrides.Tally> judged = judged(names, lastBlock, since);
    Map<String, Double> micros = micros(point);
    List<Rule> found = new ArrayList<>();
    names.forEach(
        (term, name) -> {
          SortedMap<LocalDate, Long> fires = byDay.getOrDefault(term, new TreeMap<>());
          Overrides.Tally tally = judged.getOrDefault(name, new Overrides.Tally(0, 0));
          found.add(
              new Rule(
                  name,
                  sum(fires),
                  percent(sum(fires), decisions),
                  tally.closed() == 0
                      ? Optional.empty()
                      : Optional.of(percent(tally.byPeople(), tally.closed())),
                  tally.closed(),
                  Optional.ofNullable(micros.get(name)),
                  active.contains(name),
                  fires));
        });
    found.removeIf(rule -> !rule.active() && rule.fires() == 0);
    found.sort(Comparator.comparing(Rule::fires).reversed().thenComparing(Rule::name));
    return new RuleFigures(decisions, found, together(names), all);
  }

  /** Terms with the names of all rules that ever fired or may fire. */
  private Map<String, String> names(String point, Set<String> active) {
    Map<String, String> names = new HashMap<>();
    String prefix = Terms.rule(point, "");
    terms.known(prefix).forEach(term -> names.put(term, term.substring(prefix.length())));
    active.forEach(rule -> names.put(Terms.rule(point, rule), rule));
    return names;
  }

  /** What became of what each rule said, by the code of its newest firing. */
  private Map<String, Overrides.Tally> judged(
      Map<String, String> names, Map<String, Long> lastBlock, Instant since) {
    Map<String, Overrides.Tally> byCode = new HashMap<>();
    overrides.forEach(o -> byCode.putAll(o.since(since)));
    Set<Long> newest = Set.copyOf(lastBlock.values());
    Map<Long, Map<String, BitSet>> positions = terms.positions(lastBlock.keySet(), newest);
    Map<Long, long[]> ids =
        blocks.of(newest).stream().collect(Collectors.toMap(Block::number, Block::ids));
    Set<Long> examples = new HashSet<>();
    lastBlock.forEach(
        (term, block) -> {
          BitSet hits = positions.getOrDefault(block, Map.of()).get(term);
          if (hits != null && ids.containsKey(block) && names.containsKey(term)) {
            examples.add(ids.get(block)[hits.length() - 1]);
          }
        });
    Map<String, Overrides.Tally> judged = new HashMap<>();
    for (StoredDecision decision : records.among(examples)) {
      for (Told told : Told.of(decision)) {
        if (byCode.containsKey(told.code())) {
          judged.put(told.rule(), byCode.get(told.code()));
        }
      }
    }
    return judged;
  }

  /** Average µs of a decision by each rule that fired in it, of a sample asked again here. */
  private Map<String, Double> micros(String point) {
    Release release = rules.active(point);
    Map<String, DoubleSummaryStatistics> by = new HashMap<>();
    for (StoredDecision decision : rules.newest(point, Long.MAX_VALUE, SAMPLE)) {
      List<Object> facts = release.facts(decision);
      long start = System.nanoTime();
      var again = release.decide(decision.id(), decision.at(), facts);
      double took = (System.nanoTime() - start) / 1_000.0;
      again.firings().stream()
          .map(firing -> firing.rule())
          .distinct()
          .forEach(r -> by.computeIfAbsent(r, n -> new DoubleSummaryStatistics()).accept(took));
    }
    Map<String, Double> micros = new HashMap<>();
    by.forEach((rule, statistics) -> micros.put(rule, statistics.getAverage()));
    return micros;
  }

  private List<Pair> together(Map<String, String> names) {
    long last = blocks.extent().last();
    List<Long> newest = new ArrayList<>();
    for (long block = last; block > Math.max(0, last - NEWEST); block--) {
      newest.add(block);
    }
    Map<String, Long> alone = new HashMap<>();
    Map<List<String>, Long> both = new HashMap<>();
    terms
        .positions(names.keySet(), newest)
        .values()
        .forEach(positions -> count(new TreeMap<>(positions), alone, both));
    return both.entrySet().stream()
        .filter(pair -> pair.getValue() >= TOGETHER_LEAST)
        .map(
            pair -> {
              long rarer =
                  pair.getKey().stream().mapToLong(t -> alone.getOrDefault(t, 0L)).min().orElse(1);
              return new Pair(
                  names.getOrDefault(pair.getKey().get(0), ""),
                  names.getOrDefault(pair.getKey().get(1), ""),
                  pair.getValue(),
                  percent(pair.getValue(), rarer));
            })
        .filter(pair -> pair.share() >= TOGETHER_PERCENT)
        .sorted(Comparator.comparing(Pair::share).thenComparing(Pair::both).reversed())
        .limit(20)
        .toList();
  }

  private static void count(
      SortedMap<String, BitSet> positions, Map<String, Long> alone, Map<List<String>, Long> both) {
    List<String> rules = List.copyOf(positions.keySet());
    for (int i = 0; i < rules.size(); i++) {
      BitSet one = positions.getOrDefault(rules.get(i), new BitSet());
      alone.merge(rules.get(i), (long) one.cardinality(), Long::sum);
      for (int j = i + 1; j < rules.size(); j++) {
        BitSet shared = (BitSet) one.clone();
        shared.and(positions.getOrDefault(rules.get(j), new BitSet()));
        if (!shared.isEmpty()) {
          both.merge(List.of(rules.get(i), rules.get(j)), (long) shared.cardinality(), Long::sum);
        }
      }
    }
  }

  private static long sum(Map<LocalDate, Long> byDay) {
    return byDay.values().stream().mapToLong(Long::longValue).sum();
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : Math.round(part * 1000.0 / whole) / 10.0;
  }
}
