package dev.ordo.rulebook;

import dev.ordo.rules.Routing;
import dev.ordo.shared.Refusal;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a candidate on trial decides for real; nothing in a mere shadow.
 *
 * @param percent of the subjects, 0 to 100 by hundredths, the same ones on every node and at every
 *     time; a greater share holds all of a smaller one
 * @param shops all decisions of these shops
 */
public record Share(BigDecimal percent, Set<String> shops) {
  public static final Share NOTHING = new Share(BigDecimal.ZERO, Set.of());

  private static final int PARTS = 10_000;

  public Share {
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new Refusal("percent", percent.toString(), "Give a percentage from 0 to 100.");
    }
    shops = new TreeSet<>(shops);
    if (String.join(" ", shops).length() > 2000) {
      throw new Refusal("shops", "" + shops.size(), "Name fewer shops, or give a percentage.");
    }
  }

  public boolean isNothing() {
    return percent.signum() == 0 && shops.isEmpty();
  }

  /** Whether the candidate decides this one. */
  public boolean holds(Routing routing) {
    return shops.contains(routing.shop())
        || part(routing.subject()) < percent.movePointRight(2).intValue();
  }

  /** Ids of one moment are neighbours: their bits are mixed (finalizer of SplitMix64) first. */
  static int part(long subject) {
    long mixed = subject + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), PARTS);
  }
}
