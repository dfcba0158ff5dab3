package dev.ordo.trail;

import dev.ordo.rules.StoredDecision;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a decision can be found by. Per block and term one bit tells for each decision whether it
 * has the term, so that searching and counting need not open the records.
 */
final class Terms {
  private static final int LONGEST = 300;

  private Terms() {}

  static String point(String point) {
    return "point:" + point;
  }

  static String release(String hash) {
    return "release:" + hash;
  }

  static String rule(String point, String rule) {
    return cut("rule:" + point + "/" + rule);
  }

  /** What was said; nothing where the code is empty. */
  static String said(String point, String code) {
    return cut("said:" + point + "/" + code);
  }

  /** Positions in the list by term. */
  static Map<String, BitSet> of(List<StoredDecision> decisions) {
    Map<String, BitSet> positions = new TreeMap<>();
    for (int at = 0; at < decisions.size(); at++) {
      for (String term : of(decisions.get(at))) {
        positions.computeIfAbsent(term, t -> new BitSet()).set(at);
      }
    }
    return positions;
  }

  static Set<String> of(StoredDecision decision) {
    String point = decision.point();
    Set<String> terms = new TreeSet<>(Set.of(point(point), release(decision.release())));
    List<Told> told = Told.of(decision);
    if (told.isEmpty()) {
      terms.add(said(point, ""));
    }
    for (Told one : told) {
      terms.add(rule(point, one.rule()));
      terms.add(said(point, one.code()));
    }
    return terms;
  }

  private static String cut(String term) {
    return term.length() > LONGEST ? term.substring(0, LONGEST) : term;
  }
}
