package dev.ordo.journey;

import dev.ordo.access.Role;
import java.time.Duration;

/**
 * Where things may stand too long, contributed as a bean by the module that owns them.
 *
 * @param name short and stable; part of the keys of its tasks
 * @param subjectKind what stands: {@code ORDER}, {@code CONSIGNMENT} ...
 * @param owner who has to see to it, where the row names nobody
 * @param limit how long one may stand, business time
 * @param standing SQL that selects {@code id, name, shop, warehouse, owner, why} of what has not
 *     moved after the time {@code :since}; an empty name stands for the printed id, owner is a role
 *     and why are codes of what it waits for, both empty or null where nothing is known
 */
public record Standstill(
    String name, String subjectKind, Role owner, Duration limit, String standing) {}
