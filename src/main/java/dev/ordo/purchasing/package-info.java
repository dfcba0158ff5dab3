/** Keeps goods coming: suppliers, goods on the way and the daily replenishment proposal. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "console",
      "desk",
      "journey",
      "catalog",
      "site",
      "inventory",
      "order"
    })
@NullMarked
package dev.ordo.purchasing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
