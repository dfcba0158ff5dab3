/** Knows the carriers: where they go, what they cost, when they leave, how they are spoken to. */
@ApplicationModule(
    allowedDependencies = {"shared", "access", "console", "journey", "rules", "address", "site"})
@NullMarked
package dev.ordo.carrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
