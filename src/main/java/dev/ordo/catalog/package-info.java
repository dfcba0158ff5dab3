/** Knows what is sold, under which codes each shop sells it, and what it is packed in. */
@ApplicationModule(allowedDependencies = {"shared", "access", "console", "address"})
@NullMarked
package dev.ordo.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
