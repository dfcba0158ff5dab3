/** Knows who is acting, what they may do and see, and keeps the log of what people did. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.ordo.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
