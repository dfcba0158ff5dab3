/** Reads rules as conditions over facts: what is wrong with them, what changed, why one said no. */
@ApplicationModule(allowedDependencies = {"shared", "access", "console", "rules"})
@NullMarked
package dev.ordo.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
