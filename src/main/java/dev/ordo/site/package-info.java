/** Knows the buildings goods ship from: warehouses, their layout, locations, pickers, trolleys. */
@ApplicationModule(allowedDependencies = {"shared", "access", "console", "address"})
@NullMarked
package dev.ordo.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
