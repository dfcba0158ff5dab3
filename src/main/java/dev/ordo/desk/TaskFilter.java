package dev.ordo.desk;

import dev.ordo.access.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Which tasks to list.
 *
 * @param owners owner roles, empty for all
 * @param kind only this kind, if given
 * @param assignee only those of this login, if given
 * @param open open ones, else closed ones
 */
public record TaskFilter(
    Set<Role> owners, Optional<String> kind, Optional<String> assignee, boolean open) {}
