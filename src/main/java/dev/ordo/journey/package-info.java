/**
 * Moves work on: stages that claim batches, the outbox, incidents, route files, leaders; knows no
 * order.
 */
@ApplicationModule(allowedDependencies = {"access", "console", "desk"})
@NullMarked
package dev.ordo.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
