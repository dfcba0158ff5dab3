/** Decides by rules people write, and keeps the record of every decision; knows no order. */
@ApplicationModule(allowedDependencies = {"shared", "access", "console", "desk", "journey"})
@NullMarked
package dev.ordo.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
