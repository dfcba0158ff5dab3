/** Reads receivers: divisions, phones, remarks; keeps personal data secret, masked and findable. */
@ApplicationModule(allowedDependencies = {"shared", "journey"})
@NullMarked
package dev.ordo.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
