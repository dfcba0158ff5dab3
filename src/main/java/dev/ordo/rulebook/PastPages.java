package dev.ordo.rulebook;

import dev.ordo.rules.PastDecision;
import dev.ordo.rules.Rules;
import java.util.List;

/** Reads a span of past decisions page by page, so that memory does not grow with the span. */
final class PastPages {
  static final int PAGE = 1_000;

  private final Rules rules;
  private final String point;
  private final Span span;
  private long before;
  private int left;

  PastPages(Rules rules, String point, Span span) {
    this.rules = rules;
    this.point = point;
    this.span = span;
    this.before = span.before();
    this.left = span.newest();
  }

  /** The next page; empty at the end. */
  List<PastDecision> next() {
    if (left <= 0) {
      return List.of();
    }
    List<PastDecision> page =
        rules.past(point, before, span.from(), span.until(), Math.min(PAGE, left));
    left = page.size() < Math.min(PAGE, left) ? 0 : left - page.size();
    if (!page.isEmpty()) {
      before = page.getLast().id();
    }
    return page;
  }
}
