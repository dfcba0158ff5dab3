/** The shell of all pages: layout, home, languages, errors; modules contribute what is in it. */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package dev.ordo.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
