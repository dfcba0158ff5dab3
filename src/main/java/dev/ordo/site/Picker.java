package dev.ordo.site;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who walks the aisles of one warehouse.
 *
 * @param code badge code, unique in the warehouse
 * @param login the person's sign-in name; the same text as the code if there is none
 * @param active whether trips may be given to this person
 * @param skills what the person is trained for
 * @param shift when the person works; null for any time
 * @param homeZones zones the person knows best; empty if all are the same
 * @param seen where the last scan was; null before the first one
 */
public record Picker(
    String warehouse,
    String code,
    String name,
    String login,
    boolean active,
    Set<Skill> skills,
    @Nullable Shift shift,
    Set<String> homeZones,
    @Nullable Seen seen) {

  /** A scan at a location. */
  public record Seen(String location, Instant at) {}

  public Picker {
    skills = Set.copyOf(skills);
    homeZones = Set.copyOf(homeZones);
  }

  /** A person with every skill who works at any time and anywhere. */
  public Picker(String warehouse, String code, String name, String login, boolean active) {
    this(warehouse, code, name, login, active, Skill.all(), null, Set.of(), null);
  }
}
