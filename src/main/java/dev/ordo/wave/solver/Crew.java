package dev.ordo.wave.solver;

import dev.ordo.site.Skill;
import java.util.Set;

/**
 * A person who can walk.
 *
 * @param fromSeconds until the person can begin: what is to be done first, the way to the depot,
 *     the start of the shift
 * @param untilSeconds until the shift ends; Long.MAX_VALUE if it does not
 * @param homeZones zones the person knows best; empty if all are the same
 */
public record Crew(
    String picker, Set<Skill> skills, long fromSeconds, long untilSeconds, Set<String> homeZones) {
  public Crew {
    skills = Set.copyOf(skills);
    homeZones = Set.copyOf(homeZones);
  }

  /** A person with every skill and no end of the shift. */
  public Crew(String picker, long fromSeconds) {
    this(picker, Skill.all(), fromSeconds, Long.MAX_VALUE, Set.of());
  }
}
