package dev.ordo.purchasing;

import java.util.List;

/**
 * What was asked for of one article.
 *
 * @param days units per business day, oldest first, the last one is yesterday; as many days as are
 *     known, at most 90, days without demand being 0
 */
record DailyDemand(List<Integer> days) {
  private static final int SHORT = 30;

  /** Mean of the last 30 days, or of as many as there are. */
  double mean30() {
    return mean(days.subList(Math.max(0, days.size() - SHORT), days.size()));
  }

  double mean90() {
    return mean(days);
  }

  /** Standard deviation of the days around their mean, of a sample. */
  double deviation() {
    if (days.size() < 2) {
      return 0;
    }
    double mean = mean90();
    double squares = days.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
    return Math.sqrt(squares / (days.size() - 1));
  }

  private static double mean(List<Integer> days) {
    return days.stream().mapToInt(Integer::intValue).average().orElse(0);
  }
}
