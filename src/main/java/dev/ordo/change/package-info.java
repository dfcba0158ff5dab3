/** Answers every late change of an order: whether it goes, who may, and what has to be undone. */
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
      "audit",
      "carrier",
      "fulfilment"
    })
@NullMarked
package dev.ordo.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
