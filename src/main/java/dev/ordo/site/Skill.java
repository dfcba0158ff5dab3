package dev.ordo.site;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a person must be trained for to handle certain goods. */
public enum Skill {
  /** Oversize goods are moved with a forklift. */
  FORKLIFT,
  /** Chilled and frozen goods. */
  COLD,
  /** Goods kept under lock and key. */
  VALUABLES;

  /** All there are. */
  public static Set<Skill> all() {
    return EnumSet.allOf(Skill.class);
  }

  /** The skills goods of these classes (OVERSIZE, COLD, VALUABLE) ask for. */
  public static Set<Skill> neededFor(Collection<String> goodsClasses) {
    Set<Skill> needed = EnumSet.noneOf(Skill.class);
    for (String goods : goodsClasses) {
      switch (goods) {
        case "OVERSIZE" -> needed.add(FORKLIFT);
        case "COLD" -> needed.add(COLD);
        case "VALUABLE" -> needed.add(VALUABLES);
        default -> {
          // Anybody may take it.
        }
      }
    }
    return needed;
  }
}
