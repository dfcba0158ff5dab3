/** Turns open order lines into consignments: sourcing, locks, merge and split, allocation. */
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
      "crm",
      "audit",
      "carrier"
    })
@NullMarked
package dev.ordo.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
