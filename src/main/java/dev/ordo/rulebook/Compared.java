package dev.ordo.rulebook;

import dev.ordo.rulebook.Comparison.Cell;
import dev.ordo.rulebook.Comparison.Group;
import dev.ordo.rulebook.Comparison.RuleUse;
import dev.ordo.rules.DecisionPoint.Stake;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts compared decisions; pages add up to the whole. */
final class Compared {
  /** Outcomes told apart; what comes after them counts as one, so that memory stays bounded. */
  private static final int OUTCOMES = 2_000;

  private static final int SHOPS = 2_000;
  private static final String REST = "…";
  private static final List<Integer> BANDS = List.of(0, 100, 300, 1_000, 3_000);

  private record Pair(String before, String after) {}

  private static final class Sum {
    private long decided;
    private long changed;
    private BigDecimal amount = BigDecimal.ZERO;

    void add(long decisions, long changes, BigDecimal money) {
      decided += decisions;
      changed += changes;
      amount = amount.add(money);
    }
  }

  private static final class Fired {
    private long before;
    private long after;
    private long gained;
    private long lost;
  }

  private final Sum all = new Sum();
  private final Map<Pair, Sum> matrix = new HashMap<>();
  private final Map<String, Sum> shops = new HashMap<>();
  private final Map<Integer, Sum> bands = new TreeMap<>();
  private final Map<String, Fired> rules = new HashMap<>();
  private final List<ChangedDecision> changes = new ArrayList<>();
  private long straightBefore;
  private long straightAfter;
  private long unreadable;
  private long failed;

  void unreadable() {
    unreadable++;
  }

  void add(long decision, Stake stake, Side before, Side after) {
    boolean changed = !before.outcome().equals(after.outcome());
    BigDecimal amount = changed ? stake.amount() : BigDecimal.ZERO;
    int one = changed ? 1 : 0;
    all.add(1, one, amount);
    cell(before.outcome(), after.outcome()).add(1, one, stake.amount());
    shop(stake.shop()).add(1, one, amount);
    bands.computeIfAbsent(band(stake.amount()), b -> new Sum()).add(1, one, amount);
    straightBefore += before.held() ? 0 : 1;
    straightAfter += after.held() ? 0 : 1;
    failed += after.failed() ? 1 : 0;
    count(before.rules(), after.rules());
    if (changed) {
      changes.add(
          new ChangedDecision(
              decision, stake.shop(), stake.amount(), before.outcome(), after.outcome()));
    }
  }

  private void count(Set<String> before, Set<String> after) {
    for (String rule : before) {
      Fired fired = rules.computeIfAbsent(rule, r -> new Fired());
      fired.before++;
      fired.lost += after.contains(rule) ? 0 : 1;
    }
    for (String rule : after) {
      Fired fired = rules.computeIfAbsent(rule, r -> new Fired());
      fired.after++;
      fired.gained += before.contains(rule) ? 0 : 1;
    }
  }

  /** Takes over what another one counted; its changes are the caller's. */
  void add(Compared other) {
    all.add(other.all.decided, other.all.changed, other.all.amount);
    other.matrix.forEach(
        (pair, sum) -> cell(pair.before, pair.after).add(sum.decided, sum.changed, sum.amount));
    other.shops.forEach((name, sum) -> shop(name).add(sum.decided, sum.changed, sum.amount));
    other.bands.forEach(
        (band, sum) ->
            bands.computeIfAbsent(band, b -> new Sum()).add(sum.decided, sum.changed, sum.amount));
    other.rules.forEach(this::add);
    straightBefore += other.straightBefore;
    straightAfter += other.straightAfter;
    unreadable += other.unreadable;
    failed += other.failed;
  }

  private void add(String rule, Fired more) {
    Fired fired = rules.computeIfAbsent(rule, r -> new Fired());
    fired.before += more.before;
    fired.after += more.after;
    fired.gained += more.gained;
    fired.lost += more.lost;
  }

  private Sum cell(String before, String after) {
    Sum known = matrix.get(new Pair(before, after));
    if (known != null) {
      return known;
    }
    Pair pair = matrix.size() < OUTCOMES ? new Pair(before, after) : rest(before, after);
    return matrix.computeIfAbsent(pair, p -> new Sum());
  }

  private static Pair rest(String before, String after) {
    return new Pair(REST, before.equals(after) ? REST : REST + REST);
  }

  private Sum shop(String name) {
    String key = shops.containsKey(name) || shops.size() < SHOPS ? name : REST;
    return shops.computeIfAbsent(key, s -> new Sum());
  }

  private static int band(BigDecimal amount) {
    for (int i = BANDS.size() - 1; i > 0; i--) {
      if (amount.compareTo(BigDecimal.valueOf(BANDS.get(i))) >= 0) {
        return i;
      }
    }
    return 0;
  }

  List<ChangedDecision> changes() {
    return changes;
  }

  long seen() {
    return all.decided + unreadable;
  }

  Comparison comparison() {
    return new Comparison(
        all.decided,
        unreadable,
        failed,
        all.changed,
        all.amount,
        straightBefore,
        straightAfter,
        cells(),
        ruleUses(),
        shopGroups(),
        bands.entrySet().stream().map(e -> group(bandName(e.getKey()), e.getValue())).toList());
  }

  private List<Cell> cells() {
    return sorted(
        matrix.entrySet().stream()
            .map(
                e ->
                    new Cell(
                        e.getKey().before,
                        e.getKey().after,
                        e.getValue().decided,
                        e.getValue().amount))
            .toList(),
        Comparator.comparing((Cell c) -> -c.count())
            .thenComparing(Cell::before)
            .thenComparing(Cell::after));
  }

  private List<RuleUse> ruleUses() {
    return sorted(
        rules.entrySet().stream()
            .map(
                e ->
                    new RuleUse(
                        e.getKey(),
                        e.getValue().before,
                        e.getValue().after,
                        e.getValue().gained,
                        e.getValue().lost))
            .toList(),
        Comparator.comparing((RuleUse r) -> -(r.gained() + r.lost())).thenComparing(RuleUse::rule));
  }

  private List<Group> shopGroups() {
    return sorted(
        shops.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList(),
        Comparator.comparing((Group g) -> -g.changed()).thenComparing(Group::name));
  }

  private static Group group(String name, Sum sum) {
    return new Group(name, sum.decided, sum.changed, sum.amount);
  }

  private static String bandName(int band) {
    Function<Integer, String> text = i -> String.valueOf(BANDS.get(i));
    return band == BANDS.size() - 1
        ? "≥ " + text.apply(band)
        : text.apply(band) + " – " + text.apply(band + 1);
  }

  private static <T> List<T> sorted(List<T> all, Comparator<T> order) {
    return all.stream().sorted(order).toList();
  }
}
