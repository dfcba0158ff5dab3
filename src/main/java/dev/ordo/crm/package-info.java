/** Remembers customers: what they bought, and whom or where to be careful with. */
@ApplicationModule(
    allowedDependencies = {"shared", "access", "console", "desk", "journey", "address", "order"})
@NullMarked
package dev.ordo.crm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
