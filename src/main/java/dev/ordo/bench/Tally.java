package dev.ordo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What should be in a parcel against what was scanned into it. Every article scanned counts until
 * it is scanned out again, so a wrong one cannot be forgotten in the box.
 *
 * @param expected pieces by SKU
 * @param present pieces by SKU that were scanned in and not out
 */
record Tally(Map<String, Integer> expected, Map<String, Integer> present) {
  /** How articles differ from what they should be. */
  enum Kind {
    WRONG,
    EXTRA,
    MISSING
  }

  /** So many pieces of an article that are too many, too few or do not belong there. */
  record Difference(Kind kind, String sku, int qty) {}

  /** The answer to one scan. */
  enum Scanned {
    RIGHT,
    WRONG,
    EXTRA,
    REMOVED,
    /** It was to be taken out but had not been put in. */
    NOT_THERE
  }

  Tally {
    expected = Map.copyOf(expected);
    present = Map.copyOf(present);
  }

  int expected(String sku) {
    return expected.getOrDefault(sku, 0);
  }

  int present(String sku) {
    return present.getOrDefault(sku, 0);
  }

  /** What scanning so many pieces in (above zero) or out (below zero) means. */
  Scanned means(String sku, int qty) {
    int after = present(sku) + qty;
    if (qty < 0) {
      return after < 0 ? Scanned.NOT_THERE : Scanned.REMOVED;
    }
    if (expected(sku) == 0) {
      return Scanned.WRONG;
    }
    return after > expected(sku) ? Scanned.EXTRA : Scanned.RIGHT;
  }

  /** The tally after a scan; taking out what is not there changes nothing. */
  Tally with(String sku, int qty) {
    Map<String, Integer> next = new TreeMap<>(present);
    int after = present(sku) + qty;
    if (after > 0) {
      next.put(sku, after);
    } else if (after == 0) {
      next.remove(sku);
    }
    return new Tally(expected, next);
  }

  /** Everything that is not as it should be; empty means the parcel may go on. */
  List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    new TreeMap<>(present)
        .forEach(
            (sku, qty) -> {
              if (qty > expected(sku)) {
                Kind kind = expected(sku) == 0 ? Kind.WRONG : Kind.EXTRA;
                differences.add(new Difference(kind, sku, qty - expected(sku)));
              }
            });
    new TreeMap<>(expected)
        .forEach(
            (sku, qty) -> {
              if (qty > present(sku)) {
                differences.add(new Difference(Kind.MISSING, sku, qty - present(sku)));
              }
            });
    return differences;
  }

  /** Pieces still to be scanned. */
  int toGo() {
    return expected.entrySet().stream()
        .mapToInt(e -> Math.max(0, e.getValue() - present(e.getKey())))
        .sum();
  }
}
