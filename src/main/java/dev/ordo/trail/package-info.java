/**
 * Watches over the record of decisions: chains it, verifies and replays it, says why and how well.
 */
@ApplicationModule(
    allowedDependencies = {"shared", "access", "console", "desk", "journey", "rules"})
@NullMarked
package dev.ordo.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
