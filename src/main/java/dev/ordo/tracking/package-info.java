/** Follows parcels on their way and tells people where one needs them. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "console",
      "desk",
      "journey",
      "rules",
      "order",
      "carrier",
      "fulfilment",
      "shipping"
    })
@NullMarked
package dev.ordo.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
