package dev.ordo.wave;

import dev.ordo.fulfilment.Consignment;
import dev.ordo.shared.Refusal;
import dev.ordo.site.Warehouse;
import dev.ordo.site.WaveSplit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way to make waves of what waits.
 *
 * @param code as people choose it
 * @param window the longest a consignment waits; zero where waves follow the cut-offs
 * @param count so many consignments are a wave at once
 * @param zones whether large waves are split by zone
 */
public record Policy(String code, Duration window, int count, boolean zones) {
  private static final int MOST = 200;

  static final List<Policy> ALL =
      List.of(
          new Policy("W30_100", Duration.ofMinutes(30), 100, false),
          new Policy("W15_60", Duration.ofMinutes(15), 60, false),
          new Policy("W60_200", Duration.ofMinutes(60), MOST, false),
          new Policy("ZONES", Duration.ofMinutes(30), 100, true),
          new Policy("CUT_OFF", Duration.ZERO, MOST, false));

  static Policy of(String code) {
    return ALL.stream()
        .filter(p -> p.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("policy", code, "Choose a policy that was compared."));
  }

  /** The warehouse as it works with this policy; a split by velocity stays. */
  Warehouse in(Warehouse warehouse) {
    WaveSplit now = warehouse.settings().split();
    WaveSplit without = now == WaveSplit.ZONE ? WaveSplit.NONE : now;
    Warehouse split = warehouse.withSplit(zones ? WaveSplit.ZONE : without);
    return byCutOff() ? split : split.withWaves(window, count);
  }

  boolean byCutOff() {
    return window.isZero();
  }

  /**
   * Consignments that would be one wave.
   *
   * @param from when it could be formed
   */
  record Cut(List<Consignment> members, Instant from) {}

  /** The waves this policy makes of what waits, the first to be formed first. */
  List<Cut> cut(List<Consignment> waiting, Instant now) {
    return byCutOff() ? byCutOff(waiting, now) : byWindow(waiting, now);
  }

  /** As the pool does: as soon as a wave is due it takes all that waits, up to the count. */
  private List<Cut> byWindow(List<Consignment> waiting, Instant now) {
    List<Consignment> left = sorted(waiting);
    List<Cut> cuts = new ArrayList<>();
    for (int from = 0; from < left.size(); from += count) {
      List<Consignment> members = left.subList(from, Math.min(left.size(), from + count));
      List<Consignment> there = left.subList(from, left.size());
      Instant due =
          there.size() >= count
              ? now
              : there.stream()
                  .map(Policy::since)
                  .min(Comparator.naturalOrder())
                  .orElse(now)
                  .plus(window);
      cuts.add(new Cut(List.copyOf(members), due.isAfter(now) ? due : now));
    }
    return cuts;
  }

  private List<Cut> byCutOff(List<Consignment> waiting, Instant now) {
    Map<Instant, List<Consignment>> byDue =
        waiting.stream()
            .collect(
                Collectors.groupingBy(
                    c -> due(c).truncatedTo(ChronoUnit.HOURS), TreeMap::new, Collectors.toList()));
    return byDue.values().stream()
        .flatMap(
            all ->
                Stream.iterate(0, i -> i < all.size(), i -> i + count)
                    .map(i -> new Cut(all.subList(i, Math.min(all.size(), i + count)), now)))
        .toList();
  }

  private static List<Consignment> sorted(List<Consignment> waiting) {
    return waiting.stream()
        .sorted(Comparator.comparing(Consignment::promisedAt).thenComparing(Consignment::id))
        .toList();
  }

  private static Instant since(Consignment c) {
    return Objects.requireNonNullElse(c.allocatedAt(), c.createdAt());
  }

  static Instant due(Consignment c) {
    return Objects.requireNonNullElse(c.cutoffAt(), c.promisedAt());
  }
}
