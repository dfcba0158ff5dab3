/** Plays the world outside for the demo: shops, buyers, carriers, scales and pickers, over HTTP. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.ordo.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
