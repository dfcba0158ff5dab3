package dev.ordo.access;

import dev.ordo.shared.Scope;
import java.util.Set;

/**
 * Who is acting: a person, an API key, or the system itself.
 *
 * @param login the person's login, {@code key:<name>} for an API key, {@code system} for ourselves
 * @param name how screens call them
 * @param roles the roles given to them; implied ones are found with {@link #may}
 * @param scope the shops and warehouses they see
 */
public record Actor(String login, String name, Set<Role> roles, Scope scope) {
  /** Stages, schedules and everything else that no person started. */
  public static final Actor SYSTEM = new Actor("system", "system", Set.of(Role.ADMIN), Scope.ALL);

  public Actor {
    roles = Set.copyOf(roles);
  }

  public boolean may(Role role) {
    return roles.stream().anyMatch(given -> given.covers(role));
  }

  /** Whether any of the roles will do; an empty set is open to everybody. */
  public boolean mayAny(Set<Role> any) {
    return any.isEmpty() || any.stream().anyMatch(this::may);
  }
}
