/** Decides which received orders may go on and which a person must look at. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "console",
      "desk",
      "journey",
      "rules",
      "address",
      "catalog",
      "site",
      "inventory",
      "order",
      "crm"
    })
@NullMarked
package dev.ordo.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
