/** Brings a change of rules from draft through its gates to active, and back. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "console",
      "desk",
      "journey",
      "rules",
      "analysis",
      "trail"
    })
@NullMarked
package dev.ordo.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
