package dev.ordo.console;

import dev.ordo.access.Role;
import java.util.Set;

/**
 * An entry of the sidebar, contributed as a bean by the module that owns the page.
 *
 * @param path the page, such as {@code /orders}
 * @param labelKey message key of the label
 * @param position the hundreds choose the group: 0 overview, 1 orders, 2 warehouse, 3 shipping, 4
 *     customers, 5 purchasing, 6 money, 7 rules, 8 operations, 9 administration; within a group
 *     entries are shown in ascending order
 * @param roles any of these opens it; empty for everybody who is signed in
 */
public record MenuItem(String path, String labelKey, int position, Set<Role> roles) {
  public MenuItem {
    roles = Set.copyOf(roles);
  }

  public MenuItem(String path, String labelKey, int position, Role... roles) {
    this(path, labelKey, position, Set.of(roles));
  }

  /** Number of the group, 0 to 9. */
  public int group() {
    return Math.clamp(position / 100, 0, 9);
  }
}
